using System.Globalization;
using Saima.Kernel.Modules;

namespace Saima.Projects.Imports;

/// <summary>Progress of long work, a line for every 20,000 rows, so that a log can hold it too.</summary>
internal sealed class ProgressLines(CommandOutput output) : IProgress<ImportProgress>
{
    private const long Step = 20_000;
    private long next = Step;

    public void Report(ImportProgress value)
    {
        if (value.Rows >= next)
        {
            var rows = value.Rows.ToString("N0", CultureInfo.InvariantCulture);
            output.Progress(new($"{value.Stage}：{rows} 行", $"{value.Stage}: {rows} rows"));
            next = value.Rows - (value.Rows % Step) + Step;
        }
    }
}
