using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Evidence;

/// <summary><c>saima evidence check</c>: whether every file that is on record still is what was kept.</summary>
internal static class EvidenceCommand
{
    public static Command Create(CommandHost host)
    {
        var check = new Command("check", "逐份核对佐证文件与记录的指纹 / hold every file against its fingerprint on record");
        check.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var (db, store) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<EvidenceStore>());
            var pieces = await db.Set<ProjectEvidence>().AsNoTracking().OrderBy(one => one.Id).Select(one => new { one.Id, one.Season, one.Project, one.Name, one.Hash }).ToListAsync(cancel);
            var faults = new List<Problem>();
            foreach (var same in pieces.GroupBy(one => one.Hash))
            {
                if (!await store.IsWhole(same.Key, cancel))
                {
                    faults.AddRange(same.Select(one => new Problem(
                        Severity.Error, "EVIDENCE_BROKEN", one.Name, null, null, null, one.Hash, new($"{one.Season} 年 {one.Project} 的佐证 {one.Id} 不在了，或与记录的指纹不符。", $"Evidence {one.Id} of {one.Project} in {one.Season} is gone or differs from its fingerprint."),
                        new("从备份恢复 evidence 文件夹里的这份文件。", "Restore this file of the folder evidence from a backup."))));
                }
            }

            var output = host.Output(parse);
            if (faults.Count > 0)
            {
                output.Refuse(new Refusal("EVIDENCE_BROKEN", new($"{pieces.Count} 份佐证中有 {faults.Count} 份不完好。", $"{faults.Count} of {pieces.Count} pieces of evidence are not whole."), new("按说明从备份恢复。", "Restore them from a backup as it says."), faults));
                return ExitStatus.Differs;
            }

            output.Result(new { pieces = pieces.Count, broken = 0 }, new($"{pieces.Count} 份佐证都完好。", $"All {pieces.Count} pieces of evidence are whole."));
            return ExitStatus.Done;
        });
        return new("evidence", "佐证 / evidence") { check };
    }
}
