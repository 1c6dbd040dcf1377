namespace Saima.Kernel.Modules;

/// <summary>Exit statuses of every command.</summary>
public static class ExitStatus
{
    public const int Done = 0;

    /// <summary>A bug: the message says how to report it.</summary>
    public const int Failed = 1;

    /// <summary>Input or request refused; nothing was written.</summary>
    public const int Refused = 2;

    /// <summary>A check found a difference.</summary>
    public const int Differs = 3;

    /// <summary>Cancelled by the user; nothing was written.</summary>
    public const int Cancelled = 130;
}
