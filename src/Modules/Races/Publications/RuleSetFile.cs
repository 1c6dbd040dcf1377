using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Publications;

/// <summary>The rule set that a command was given as a file.</summary>
internal static class RuleSetFile
{
    /// <param name="path">A file; empty for the example rule set.</param>
    public static Outcome<RuleSetDocument> Read(string? path)
    {
        if (path is null)
        {
            return RuleSetDocument.Default;
        }

        try
        {
            return RuleSetDocument.Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return PublicationRefusals.Unreadable(path);
        }
    }
}
