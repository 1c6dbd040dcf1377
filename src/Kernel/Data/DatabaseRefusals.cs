using Saima.Kernel.Refusals;

namespace Saima.Kernel.Data;

/// <summary>Every way a database command says no.</summary>
internal static class DatabaseRefusals
{
    public static Refusal Missing(DatabaseAddress address) => new(
        "DATABASE_MISSING",
        new($"没有数据库 {address.Name}。", $"There is no database {address.Name}."),
        new("用 --db 指定数据库，或用 saima db create 新建。", "Name one with --db, or make one with saima db create."));

    public static Refusal Unknown(DatabaseAddress address) => new(
        "DATABASE_NEWER",
        new($"{address.Name} 由更新版本的 Saima 建立。", $"{address.Name} was made by a newer Saima."),
        new("请使用新版本。", "Use the newer version."));

    public static Refusal FileExists(string file) => new(
        "BACKUP_EXISTS", new($"{file} 已存在。", $"{file} exists."), new("换一个文件名，或加 --force 覆盖。", "Choose another name, or overwrite it with --force."));

    public static Refusal NotEmpty(DatabaseAddress address) => new(
        "DATABASE_NOT_EMPTY",
        new($"{address.Name} 里已有数据，恢复会全部替换。", $"{address.Name} holds data, which a restore would replace."),
        new("先备份，再加 --force。", "Back it up first, then add --force."));

    public static Refusal NotBackup(string file) => new(
        "BACKUP_UNREADABLE", new($"{file} 不是完整的 Saima 备份。", $"{file} is not a whole backup of Saima."), new("请用 saima db backup 生成的文件。", "Give a file that saima db backup wrote."));

    public static Refusal BackupDamaged(string file, Phrase fault) => new(
        "BACKUP_DAMAGED",
        new($"备份 {file} 的台账有问题，未恢复：{fault.Zh}", $"The ledger in the backup {file} is at fault, and nothing was restored: {fault.En}"),
        new("请换一个备份。", "Use another backup."));

    public static Refusal NoTool(string tool) => new(
        "POSTGRES_TOOL_MISSING",
        new($"找不到 {tool}。", $"{tool} was not found."),
        new("请安装 PostgreSQL 客户端（Debian：postgresql-client），或把它加入 PATH。", "Install the PostgreSQL client (Debian: postgresql-client) or put it on the PATH."));

    public static Refusal ToolFailed(string tool, string sentence) => new(
        "POSTGRES_TOOL_FAILED",
        new($"{tool} 未能完成：{sentence}", $"{tool} did not finish: {sentence}"),
        new("请检查连接和权限。", "Check the connection and the permissions."));
}
