using System.Globalization;

namespace Saima.Projects.Imports;

/// <summary>Progress of long work, a line for every 20,000 rows, so that a log can hold it too.</summary>
internal sealed class ProgressLines(TextWriter error) : IProgress<ImportProgress>
{
    private const long Step = 20_000;
    private long next = Step;

    public void Report(ImportProgress value)
    {
        if (value.Rows >= next)
        {
            error.WriteLine($"已读 {value.Rows.ToString("N0", CultureInfo.InvariantCulture)} 行 / rows {value.Stage}");
            next = value.Rows - (value.Rows % Step) + Step;
        }
    }
}
