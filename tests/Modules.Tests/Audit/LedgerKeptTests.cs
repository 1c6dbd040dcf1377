using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Audit;

/// <summary>The ledger is kept at least twelve months: nothing of the platform removes a line of it.</summary>
public sealed partial class LedgerKeptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Lines_of_more_than_a_year_ago_are_there_after_a_site_ran(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var then = DateTimeOffset.UtcNow.AddMonths(-13);
        await using (var db = data.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await AppendToLedger.Run(db, then, "审计", [new LedgerLine("projects.evidence-add", "evidence/1", null, null, "{}")], Cancel);
            await transaction.CommitAsync(Cancel);
        }

        await using (var site = await Site.Start(data))
        {
            (await site.Client.GetAsync("/health", Cancel)).IsSuccessStatusCode.ShouldBeTrue();
        }

        (await data.Open().Set<LedgerEntry>().CountAsync(line => line.Subject == "evidence/1", Cancel)).ShouldBe(1);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Fact]
    public void No_line_of_the_source_takes_anything_out_of_the_ledger()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Approve.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations.", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(200);
        files.SelectMany(file => Takes(File.ReadAllText(file)).Select(found => $"{Path.GetFileName(file)}: {found}")).ShouldBeEmpty();

        Takes("await db.Set<LedgerEntry>().Where(line => line.At < then).ExecuteDeleteAsync(cancel);").ShouldNotBeEmpty();
        Takes("db.RemoveRange(await db.Set<LedgerBatch>().ToListAsync());").ShouldNotBeEmpty();
        Takes("DELETE FROM kernel_ledger_entry WHERE at < 0").ShouldNotBeEmpty();
    }

    [Fact]
    public void The_command_line_can_only_verify_the_ledger() =>
        Command().Matches(File.ReadAllText(Path.Combine(Approve.Root, "docs", "reference", "cli.md"))).Select(match => match.Groups[1].Value).ShouldBe(["ledger", "ledger verify"]);

    private static IEnumerable<string> Takes(string source) => source.Split(';').Where(part => Ledger().IsMatch(part) && Taking().IsMatch(part)).Select(part => part.Trim());

    [GeneratedRegex("LedgerEntry|LedgerBatch|kernel_ledger|EntryTable|BatchTable")]
    private static partial Regex Ledger();

    [GeneratedRegex(@"ExecuteDelete|ExecuteUpdate|\.Remove(Range)?\(|DELETE FROM|TRUNCATE|\bUPDATE ")]
    private static partial Regex Taking();

    [GeneratedRegex("^## `saima (ledger[^`]*)`", RegexOptions.Multiline)]
    private static partial Regex Command();
}
