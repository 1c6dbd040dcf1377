using Saima.Kernel.Refusals;

namespace Saima.Kernel.Sheets;

/// <summary>A file that cannot be read on; what opened it turns it into its <see cref="Problem"/>.</summary>
public sealed class UnreadableFile(Problem problem) : IOException(problem.Message.En)
{
    public Problem Problem { get; } = problem;
}
