using System.CommandLine;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Ledger;

/// <summary><c>saima ledger</c>: whether the ledger is as it was sealed.</summary>
public static class LedgerCommand
{
    public static Command Create(CommandHost host, IReadOnlyList<SaimaModule> modules)
    {
        ArgumentNullException.ThrowIfNull(host);
        var seal = new Option<string?>("--expect-seal") { Description = "以前抄下的封印，必须仍在链上 / a seal noted earlier that must still be in the chain" };
        var verify = new Command("verify", "重算台账的每一个散列 / recompute every hash of the ledger") { seal };
        verify.SetAction(async (parse, cancel) =>
        {
            var (address, output) = (host.Address(parse), host.Output(parse));
            await using var db = new SaimaDb(address.Options().Options, modules);
            if (!CheckDatabase.Exists(address) || !await db.Database.CanConnectAsync(cancel))
            {
                return output.Refuse(DatabaseRefusals.Missing(address));
            }

            var found = await VerifyLedger.Run(db, parse.GetValue(seal)?.Trim().ToLowerInvariant(), cancel: cancel);
            output.Result(
                new { sound = found.Fault is null, found.Entries, found.Batches, head = found.Head, fault = found.Fault?.En },
                found.Fault ?? new Phrase(
                    $"台账完好：{found.Batches} 批 {found.Entries} 条，末尾封印 {found.Head}。",
                    $"The ledger is sound: {found.Entries} entries in {found.Batches} batches, last seal {found.Head}."));
            return found.Fault is null ? ExitStatus.Done : ExitStatus.Differs;
        });
        return new("ledger", "台账 / the ledger") { verify };
    }
}
