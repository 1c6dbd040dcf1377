using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Saima.Kernel.Ledger;

namespace Saima.Projects.Register;

/// <summary>
/// What the ledger keeps of a change: one line for the change with the count and the hash of the versions it wrote in each table,
/// and one line for every fact that was there before, with its state before and after.
/// </summary>
internal static class ChangeTrail
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(RegisterWriting writing, RegisterChange change, IEnumerable<FactTable> tables, IReadOnlyList<LedgerLine> also, CancellationToken cancel)
    {
        var lines = new List<LedgerLine>();
        var hashes = new List<(FactTable Table, long Versions, string Hash)>();
        foreach (var table in tables)
        {
            hashes.Add(await Table(writing.Merge(table), table, change, lines, cancel));
        }

        lines.InsertRange(0, also);
        lines.Insert(also.Count, new($"projects.{change.Kind}", Text($"projects/change/{change.Id}"), change.Reason, null, Json(json =>
        {
            if (change.Season is { } season)
            {
                json.WriteNumber("season", season);
            }

            if (change.UndoesId is { } undone)
            {
                json.WriteNumber("undoes", undone);
            }

            json.WriteString("source", change.Source);
            foreach (var (table, versions, hash) in hashes.Where(written => written.Versions > 0))
            {
                json.WriteStartObject(table.Title);
                json.WriteNumber("versions", versions);
                json.WriteString("sha256", hash);
                json.WriteEndObject();
            }
        })));
        await AppendToLedger.Run(writing.Db, change.At, change.By, lines, cancel);
    }

    private static async Task<(FactTable Table, long Versions, string Hash)> Table(
        FactMerge merge, FactTable table, RegisterChange change, List<LedgerLine> lines, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var versions = 0L;
        await foreach (var written in merge.Written(change.Id, cancel))
        {
            versions++;
            var after = Fact(table, written.Cells);
            hash.AppendData(Encoding.UTF8.GetBytes(Text($"{written.Version}{(written.Withdrawn ? "-" : "+")}{after}\n")));
            if (written.Before is not null || written.Withdrawn)
            {
                var subject = $"projects/{table.Title}/{string.Join('/', table.Columns.Zip(written.Cells).Where(cell => cell.First.Key).Select(cell => Plainly(cell.Second)))}";
                lines.Add(new(
                    written.Withdrawn ? "projects.withdraw" : "projects.correct", subject, change.Reason,
                    written.Before is null ? null : Fact(table, written.Before), written.Withdrawn ? null : after));
            }
        }

        return (table, versions, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string Fact(FactTable table, object?[] cells) => Json(json =>
    {
        foreach (var (column, cell) in table.Columns.Zip(cells).Where(pair => pair.Second is not null))
        {
            switch (cell)
            {
                case long whole:
                    json.WriteNumber(column.Name, whole);
                    break;
                case bool yes:
                    json.WriteBoolean(column.Name, yes);
                    break;
                default:
                    json.WriteString(column.Name, Plainly(cell));
                    break;
            }
        }
    });

    private static string Plainly(object? cell) =>
        cell is DateOnly date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;

    private static string Json(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
