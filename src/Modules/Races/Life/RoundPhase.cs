namespace Saima.Modules.Races.Life;

/// <summary>Where a round is, from its preparation to the archive.</summary>
public enum RoundPhase
{
    /// <summary>筹备: planned in the calendar, its rules still open.</summary>
    Draft,

    /// <summary>填报: the rules are fixed, data come in.</summary>
    Open,

    /// <summary>截止: data and cohort are frozen.</summary>
    Locked,

    /// <summary>核查.</summary>
    Verifying,

    /// <summary>预评: settled, shown to nobody outside.</summary>
    Scored,

    /// <summary>异议: the provisional result is shown to the units.</summary>
    Objection,

    /// <summary>审定.</summary>
    Review,

    /// <summary>晾晒.</summary>
    Published,

    /// <summary>整改跟踪.</summary>
    Rectifying,

    /// <summary>归档.</summary>
    Archived,
}

/// <summary>What is done with a round.</summary>
public enum RoundMove
{
    Open,
    Lock,

    /// <summary>Back from the lock, with a reason.</summary>
    Reopen,

    /// <summary>Freezes the data anew, with a reason; the round stays where it is.</summary>
    Refreeze,
    Verify,

    /// <summary>Settles.</summary>
    Score,

    /// <summary>Shows the provisional result to the units and begins the window of objections.</summary>
    Air,
    CloseObjections,

    /// <summary>Freezes and settles anew after an upheld objection changed data, with a reason.</summary>
    BackToScored,

    /// <summary>Sets the time at which the round publishes itself.</summary>
    Schedule,
    Publish,
    Rectify,
    Archive,

    /// <summary>Settles a correcting edition of what is published, with a reason.</summary>
    Correct,
    PublishCorrection,

    /// <summary>A round that was aired before the platform knew it.</summary>
    Import,
}
