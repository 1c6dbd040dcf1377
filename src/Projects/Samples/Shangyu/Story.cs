using Saima.Engines.Scoring;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>Something in a story beside its rounds.</summary>
internal enum Aside
{
    Nothing,

    /// <summary>No plan rows: the plan is a twelfth of the year's a month.</summary>
    NoPlanRows,

    /// <summary>An annual plan of 0: the deviation is undefined.</summary>
    NoAnnualPlan,

    /// <summary>An overdue issue of level L1, which does not count.</summary>
    OverdueMinorIssue,

    /// <summary>A finding of another kind than falsification, which does not count.</summary>
    OtherFinding,
}

/// <summary>
/// An invented project told by what shall become of it in each of the six rounds, one letter a round:
/// <code>
/// .  not on the list yet          R  red                            w  red, its start not yet due
/// n  none: slightly behind        l  none: report late              u  none: report not verified
/// g  none: just started           e  exempt: newly listed           x  exempt: suspended
/// b  yellow: 10–30 points behind  i  yellow: issue overdue          r  yellow: no report
/// s  yellow: milestone slipped    m  yellow: start missed           c  yellow: not included
/// B  snail: over 30 points behind S  snail: milestone slipped       M  snail: start missed
/// C  snail: not included          F  snail: falsified               T  snail: yellow twice, not improved
/// </code>
/// </summary>
internal sealed record Story(string Name, ProjectClass Class, string Rounds, Aside Aside = Aside.Nothing)
{
    public const string Red = "Rw";
    public const string Yellow = "birsmc";
    public const string Snail = "BSMCFT";
    public const string Exempt = "ex";

    public bool Has(string letters) => Rounds.AsSpan().IndexOfAny(letters) >= 0;
}
