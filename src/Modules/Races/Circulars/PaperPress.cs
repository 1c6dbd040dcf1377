using Microsoft.Extensions.Configuration;
using Saima.Kernel.Documents;
using Saima.Ui.Figures;
using Saima.Ui.Papers;

namespace Saima.Modules.Races.Circulars;

/// <summary>What files are made with: the fonts of the site, Chromium, and the day it is.</summary>
public sealed class PaperPress(IConfiguration configuration, ChromiumPrint print, TimeProvider time)
{
    public FontSet Fonts => FontSet.From(configuration);

    public ChromiumPrint Print => print;

    public DateOnly Today => Written.DayOf(time.GetUtcNow());
}
