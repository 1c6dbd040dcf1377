using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Use case: takes a rule set document into the register, where it is never changed.</summary>
public static class AddRuleSet
{
    /// <param name="fileName">What the faults are told of.</param>
    public static async Task<Outcome<RuleSetDocument>> Run(SaimaDb db, TimeProvider time, ReadOnlyMemory<byte> bytes, string fileName, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        if (string.IsNullOrWhiteSpace(by))
        {
            return RuleSetRefusals.WhoMissing;
        }

        var read = Read(bytes.Span, fileName);
        if (read.Refusal is { } faulty)
        {
            return faulty;
        }

        var document = read.Value!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE races_rule_set IN EXCLUSIVE MODE", cancel);
        }

        var shelf = await RuleSetShelf.Read(db, cancel);
        if (shelf.FirstOrDefault(one => one.Document.Hash == document.Hash) is { } known && (known.IsExample || known.KeptAt is not null))
        {
            return RuleSetRefusals.AlreadyKept(known);
        }

        var versions = shelf.Where(one => one.Document.Code == document.Code && one.Document.Hash != document.Hash).Select(one => one.Document.Version).ToList();
        if (versions.Contains(document.Version))
        {
            return RuleSetRefusals.VersionTaken(document, versions.Max() + 1);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        db.Add(new KeptRuleSet { Hash = document.Hash, Code = document.Code, Version = document.Version, Document = Encoding.UTF8.GetString(document.Canonical), KeptAt = now, KeptBy = by });
        await db.SaveChangesAsync(cancel);
        var after = JsonSerializer.Serialize(new { code = document.Code, version = document.Version, documentNo = document.DocumentNo, effectiveFrom = document.EffectiveFrom, sha256 = document.Hash });
        await AppendToLedger.Run(db, now, by, [new("races.rules.add", $"races/rules/{document.Code}", null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
        return document;
    }

    /// <summary>The document with every fault it has, live texts among them: it will be shown in tables and workbooks.</summary>
    internal static Outcome<RuleSetDocument> Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        var parsed = RuleSetDocument.Parse(bytes, fileName);
        var problems = new RuleSetProblems(fileName);
        if (LocatedJson.Read(bytes, new RuleSetProblems(fileName)) is { } root)
        {
            Live(root, problems);
        }

        return problems.Found.Count == 0 ? parsed : RuleSetDocument.Refused(fileName, [.. (parsed.Refusal?.Problems ?? []).Concat(problems.Found).OrderBy(one => one.Row)]);
    }

    private static void Live(LocatedJson node, RuleSetProblems problems)
    {
        if (node.Kind == JsonValueKind.String && FormulaText.LooksLive(node.Text))
        {
            problems.Add(node, "RULES_LIVE_TEXT", new("这段文字会被表格软件当成公式", "A spreadsheet would take this text for a formula"), new("请去掉开头的 =、+、-、@ 或制表符", "Remove the =, +, -, @ or tab it begins with"));
        }

        foreach (var part in node.Items.Concat(node.Members.Values))
        {
            Live(part, problems);
        }
    }
}
