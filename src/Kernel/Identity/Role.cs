using Saima.Kernel.Refusals;

namespace Saima.Kernel.Identity;

/// <summary>What a person may do, in a unit and for a period.</summary>
public enum Role
{
    /// <summary>填报员: hands in what a unit reports.</summary>
    Reporter,

    /// <summary>审核员: checks what a unit reports.</summary>
    Checker,

    /// <summary>统计核验: verifies against the statistics, and never writes them.</summary>
    StatisticsVerifier,

    /// <summary>项目办: runs the race.</summary>
    ProjectOffice,

    /// <summary>领导: reads.</summary>
    Leader,

    /// <summary>系统管理员: people and units.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: duties and locked accounts.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: the ledger.</summary>
    AuditAdministrator,
}

/// <summary>Words and sets of roles.</summary>
public static class Roles
{
    /// <summary>Who reads what is settled for the whole district.</summary>
    public static IReadOnlyList<Role> District { get; } = [Role.StatisticsVerifier, Role.ProjectOffice, Role.Leader];

    /// <summary>Who reads the register and works on what is their own unit's.</summary>
    public static IReadOnlyList<Role> Register { get; } = [Role.Reporter, Role.Checker, .. District];

    /// <summary>Who writes facts, each for the units in which the role is held.</summary>
    public static IReadOnlyList<Role> Writers { get; } = [Role.Reporter, Role.Checker, Role.ProjectOffice];

    /// <summary>No one person may hold two of these: 三权分立.</summary>
    public static IReadOnlyList<Role> Administrators { get; } = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    public static Phrase Title(Role role) => role switch
    {
        Role.Reporter => new("填报员", "reporter"),
        Role.Checker => new("审核员", "checker"),
        Role.StatisticsVerifier => new("统计核验", "statistics verifier"),
        Role.ProjectOffice => new("项目办", "project office"),
        Role.Leader => new("领导", "leader"),
        Role.SystemAdministrator => new("系统管理员", "system administrator"),
        Role.SecurityAdministrator => new("安全管理员", "security administrator"),
        _ => new("审计管理员", "audit administrator"),
    };

    /// <summary>Stable code for forms and programs, e.g. <c>project-office</c>.</summary>
    public static string Code(Role role) => role switch
    {
        Role.StatisticsVerifier => "statistics-verifier",
        Role.ProjectOffice => "project-office",
        Role.SystemAdministrator => "system-administrator",
        Role.SecurityAdministrator => "security-administrator",
        Role.AuditAdministrator => "audit-administrator",
        _ => role.ToString().ToLowerInvariant(),
    };

    public static Role? Find(string? code) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => Code(role!.Value) == code);
}
