using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Evidence;

/// <summary><c>saima evidence</c>: whether every file that is on record still is what was kept, and moving the files between disk and bucket.</summary>
internal static class EvidenceCommand
{
    public static Command Create(CommandHost host) => new("evidence", "佐证 / evidence") { Check(host), Move(host) };

    private static Command Check(CommandHost host)
    {
        var check = new Command("check", "逐份核对佐证文件与记录的指纹 / hold every file against its fingerprint on record");
        check.SetAction((parse, cancel) => Reached(host, parse, async () =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var found = await CheckEvidence.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<EvidenceStore>(), cancel);
            var output = host.Output(parse);
            if (found.Faults.Count > 0)
            {
                output.Refuse(new Refusal("EVIDENCE_BROKEN", new($"{found.Pieces} 份佐证中有 {found.Faults.Count} 份不完好。", $"{found.Faults.Count} of {found.Pieces} pieces of evidence are not whole."), new("按说明从备份恢复。", "Restore them from a backup as it says."), found.Faults));
                return ExitStatus.Differs;
            }

            output.Result(new { pieces = found.Pieces, broken = 0, unrecorded = found.Unrecorded }, new(
                $"{found.Pieces} 份佐证都完好。{(found.Unrecorded > 0 ? $"另有 {found.Unrecorded} 份文件没有记录（上传没有完成时留下的），不影响使用。" : "")}",
                $"All {found.Pieces} pieces of evidence are whole.{(found.Unrecorded > 0 ? $" {found.Unrecorded} more files have no record, left by uploads that were not completed; they do no harm." : "")}"));
            return ExitStatus.Done;
        }));
        return check;
    }

    private static Command Move(CommandHost host)
    {
        var to = new Option<string>("--to") { Description = "s3 或 disk / s3 or disk", Required = true };
        to.AcceptOnlyFromAmong("s3", "disk");
        var move = new Command("move", "把佐证文件搬到对象存储或本机磁盘，逐份核对；原处的留着 / take evidence to the S3 store or to this machine's disk, checking each file; what it leaves stays") { to };
        move.SetAction((parse, cancel) => Reached(host, parse, async () =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var places = scope.ServiceProvider.GetRequiredService<EvidencePlaces>();
            var output = host.Output(parse);
            if (places.Bucket is not { } bucket)
            {
                return output.Refuse(new("S3_NOT_SET", new("没有设置对象存储。", "No S3 store is set."), new("设好 SAIMA_S3_ENDPOINT、SAIMA_S3_BUCKET、SAIMA_S3_KEY、SAIMA_S3_SECRET 再运行。", "Set SAIMA_S3_ENDPOINT, SAIMA_S3_BUCKET, SAIMA_S3_KEY and SAIMA_S3_SECRET, then run it again.")));
            }

            var done = parse.GetValue(to) == "s3" ? await MoveContents.Run(places.Disk, bucket, places.Scratch, cancel) : await MoveContents.Run(bucket, places.Disk, places.Scratch, cancel);
            output.Result(done, new(
                $"搬了 {done.Moved} 个文件，{done.Already} 个已在那里，{done.Broken.Count} 个与指纹不符没有搬{Named(done.Broken, "：")}。原处的文件都留着。",
                $"{done.Moved} files moved, {done.Already} were there already, {done.Broken.Count} differ from their fingerprint and were left{Named(done.Broken, ": ")}. Nothing was removed where they came from."));
            return done.Broken.Count > 0 ? ExitStatus.Differs : ExitStatus.Done;
        }));
        return move;
    }

    private static async Task<int> Reached(CommandHost host, ParseResult parse, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (ContentsAwayException fault)
        {
            return host.Output(parse).Refuse(new(EvidenceStore.Away, new($"存放佐证的地方连不上，或没有照办：{fault.Message}", $"Where evidence is kept does not answer as it should: {fault.Message}"), new("核对 SAIMA_S3_ 开头的设置、存储桶和网络，再运行一次；已搬的不会再搬。", "Check the settings that begin with SAIMA_S3_, the bucket and the network, then run it again; what was moved is not moved again.")));
        }
    }

    private static string Named(IReadOnlyList<string> keys, string before) => keys.Count == 0 ? "" : before + string.Join(" ", keys.Take(20));
}
