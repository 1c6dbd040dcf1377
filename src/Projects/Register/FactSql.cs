using System.Globalization;
using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>The statements by which many facts become new versions at one stroke: the SQL that SQLite and PostgreSQL share.</summary>
internal sealed class FactSql(FactTable table, bool postgres)
{
    private string Fact => Quote(table.Name);

    private string Stage => Quote(StageName);

    /// <summary>What differs from the current versions: columns of the stage, the version replaced and its number.</summary>
    private string Difference => Quote($"difference_{table.Name}");

    public string StageName => $"stage_{table.Name}";

    public string CreateStage =>
        $"CREATE TEMP TABLE {Stage} ({List(table.Columns, column => $"{Quote(column.Name)} {TypeName(column.Type)}")})";

    public string DropStage => $"DROP TABLE IF EXISTS {Temp(Stage)}";

    public string DropDifference => $"DROP TABLE IF EXISTS {Temp(Difference)}";

    public string AnalyzeStage => $"ANALYZE {Stage}";

    /// <param name="onlyAbsent">Leave what is current as it is.</param>
    /// <param name="keeps">Columns in which a current fact keeps its value.</param>
    public string CreateDifference(bool onlyAbsent, IReadOnlySet<string> keeps) =>
        $"""
        CREATE TEMP TABLE {Difference} AS
        SELECT {List(table.Columns, column => keeps.Contains(column.Name)
            ? $"CASE WHEN f.id IS NULL OR f.withdrawn THEN s.{Quote(column.Name)} ELSE f.{Quote(column.Name)} END AS {Quote(column.Name)}"
            : $"s.{Quote(column.Name)}")}, f.id AS replaces_id, f.version AS replaces_version
        FROM {Stage} s LEFT JOIN {Fact} f ON {Conjunction(table.Keys, column => $"f.{Quote(column.Name)} = s.{Quote(column.Name)}")} AND f.superseded_by IS NULL
        WHERE f.id IS NULL OR f.withdrawn{string.Concat(table.Values.Where(column => !onlyAbsent && !keeps.Contains(column.Name)).Select(column => $" OR f.{Quote(column.Name)} IS DISTINCT FROM s.{Quote(column.Name)}"))}
        """;

    public string CountDifference => $"SELECT COUNT(*), COUNT(replaces_id) FROM {Difference}";

    public string SupersedeDifference(long change) =>
        $"UPDATE {Fact} SET superseded_by = {Number(change)} WHERE id IN (SELECT replaces_id FROM {Difference} WHERE replaces_id IS NOT NULL)";

    public string InsertDifference(long change) =>
        $"""
        INSERT INTO {Fact} ({Names("")}, version, change_id, replaces_id, withdrawn)
        SELECT {Names("d.")}, COALESCE(d.replaces_version, 0) + 1, {Number(change)}, d.replaces_id, {Boolean(false)} FROM {Difference} d
        """;

    public string Supersede(long version, long change) => $"UPDATE {Fact} SET superseded_by = {Number(change)} WHERE id = {Number(version)}";

    public string InsertWithdrawn(long version, long change) =>
        $"""
        INSERT INTO {Fact} ({Names("")}, version, change_id, replaces_id, withdrawn)
        SELECT {Names("w.")}, w.version + 1, {Number(change)}, w.id, {Boolean(true)} FROM {Fact} w WHERE w.id = {Number(version)}
        """;

    public string SupersedeWrittenBy(long undone, long change) =>
        $"UPDATE {Fact} SET superseded_by = {Number(change)} WHERE change_id = {Number(undone)} AND superseded_by IS NULL";

    /// <summary>What the undone change had replaced comes back as a new version; what it had added is withdrawn.</summary>
    public string RestoreReplacedBy(long undone, long change) =>
        $"""
        INSERT INTO {Fact} ({Names("")}, version, change_id, replaces_id, withdrawn)
        SELECT {List(table.Columns, column => $"CASE WHEN o.id IS NULL THEN w.{Quote(column.Name)} ELSE o.{Quote(column.Name)} END")},
               w.version + 1, {Number(change)}, w.id, CASE WHEN o.id IS NULL THEN {Boolean(true)} ELSE o.withdrawn END
        FROM {Fact} w LEFT JOIN {Fact} o ON o.id = w.replaces_id
        WHERE w.change_id = {Number(undone)}
        ORDER BY w.id
        """;

    /// <summary>Later changes that corrected what the change wrote.</summary>
    public string SupersededSince(long change) =>
        $"SELECT DISTINCT superseded_by FROM {Fact} WHERE change_id = {Number(change)} AND superseded_by IS NOT NULL";

    public string Count(long change) =>
        $"SELECT COUNT(*), COALESCE(SUM(CASE WHEN withdrawn THEN 1 ELSE 0 END), 0) FROM {Fact} WHERE change_id = {Number(change)}";

    /// <summary>The versions a change wrote, in the order of writing: its own columns and, where it replaced something, the columns of that.</summary>
    public string WrittenBy(long change) =>
        $"""
        SELECT n.version, n.withdrawn, o.id IS NOT NULL AND NOT o.withdrawn, {Names("n.")}, {Names("o.")}
        FROM {Fact} n LEFT JOIN {Fact} o ON o.id = n.replaces_id
        WHERE n.change_id = {Number(change)}
        ORDER BY n.id
        """;

    public string CurrentOf(int season) =>
        $"SELECT {Names("")} FROM {Fact} WHERE season = {Number(season)} AND superseded_by IS NULL AND NOT withdrawn";

    private static string Quote(string name) => $"\"{name}\"";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Conjunction(IEnumerable<FactColumn> columns, Func<FactColumn, string> part) => string.Join(" AND ", columns.Select(part));

    private static string List(IEnumerable<FactColumn> columns, Func<FactColumn, string> part) => string.Join(", ", columns.Select(part));

    private string Names(string prefix) => List(table.Columns, column => prefix + Quote(column.Name));

    private string Temp(string name) => postgres ? $"pg_temp.{name}" : $"temp.{name}";

    private string Boolean(bool value) => (postgres, value) switch { (true, true) => "TRUE", (true, false) => "FALSE", (false, true) => "1", _ => "0" };

    private string TypeName(BulkType type) => (type, postgres) switch
    {
        (BulkType.Text, _) => "TEXT",
        (BulkType.Whole, true) => "BIGINT",
        (BulkType.Date, true) => "DATE",
        (BulkType.YesNo, true) => "BOOLEAN",
        (BulkType.Date, false) => "TEXT",
        _ => "INTEGER",
    };
}
