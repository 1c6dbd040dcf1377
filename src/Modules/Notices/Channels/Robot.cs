namespace Saima.Modules.Notices.Channels;

/// <summary>How a robot is spoken to.</summary>
public enum RobotKind
{
    /// <summary>JSON, signed as Standard Webhooks have it.</summary>
    Generic,

    /// <summary>钉钉.</summary>
    DingTalk,

    /// <summary>企业微信.</summary>
    WeCom,

    /// <summary>飞书.</summary>
    Feishu,
}

/// <summary>机器人: a web address that is called with reminders, of a person or of a unit's group. Address and secret are encrypted, and erased when it ends.</summary>
public sealed class Robot
{
    public Guid Id { get; set; }

    /// <summary>Stable id of the person, or a unit.</summary>
    public required string Owner { get; set; }

    public RobotKind Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>Whom it calls, for lists: the rest of the address is a secret in itself.</summary>
    public required string Host { get; set; }

    /// <summary>The whole address, encrypted.</summary>
    public required string SealedAddress { get; set; }

    /// <summary>What messages are signed with, encrypted; empty for none.</summary>
    public string? SealedSecret { get; set; }

    public required string MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
