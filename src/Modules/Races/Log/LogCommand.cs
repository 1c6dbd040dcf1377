using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary><c>saima log</c>: the publication log exported, checked and given a new key.</summary>
internal static class LogCommand
{
    public static Command Create(CommandHost host) => new("log", "公开日志：导出、检查、换钥匙 / the publication log: export, check, new key") { Export(host), Check(host), Rotate(host) };

    private static Command Export(CommandHost host)
    {
        var target = new Option<string>("--to") { Description = "写到这个文件夹，任何静态网站都能发布 / folder for any static web server", Required = true };
        var command = new Command("export", "把日志和核对网页写成静态文件 / write the log and the page that checks bundles as static files") { target };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var (services, output) = (scope.ServiceProvider, host.Output(parse));
            var db = services.GetRequiredService<SaimaDb>();
            var signed = await SignLog.Run(db, services.GetRequiredService<LogKeys>(), services.GetRequiredService<TimeProvider>(), cancel);
            if (signed.Refusal is { } unsigned)
            {
                return output.Refuse(unsigned);
            }

            var folder = Path.GetFullPath(parse.GetValue(target)!);
            var written = await ExportLog.Run(db, signed.Value!, folder, token => StaticPages.Write(services, token), cancel);
            if (written.Refusal is { } refusal)
            {
                return output.Refuse(refusal);
            }

            output.Result(new { folder, files = written.Value, entries = signed.Value!.Size }, LogWords.Exported(folder, written.Value, signed.Value.Size));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Check(CommandHost host)
    {
        var from = new Option<string?>("--from") { Description = "检查这个网址或文件夹里的日志，而不是库里的 / check the log at this address or in this folder instead of the database's" };
        var key = new Option<string?>("--key") { Description = "日志公钥；没有数据库时必须给出，否则只能相信日志自己说的 / the log's key; without it and without a database the log's own word is taken" };
        var saved = new Option<string?>("--checkpoint") { Description = "以前存下的存根，日志必须由它增长而来 / a checkpoint saved earlier that the log must have grown from" };
        var command = new Command("check", "重建整份日志，与每一份签过的存根核对（0 完好，3 有改动） / build the whole log anew and compare it with every checkpoint (0 sound, 3 not)") { from, key, saved };
        command.SetAction(async (parse, cancel) =>
        {
            var output = host.Output(parse);
            var given = parse.GetValue(saved) is { } file ? SignedNote.Parse(File.Exists(file) ? await File.ReadAllTextAsync(file, cancel) : "") : null;
            if (parse.GetValue(saved) is { } unreadable && given is null)
            {
                return output.Refuse(LogRefusals.BadCheckpoint(unreadable));
            }

            SignedNote[] earlier = given is null ? [] : [given];
            var outcome = parse.GetValue(from) is { } place
                ? await Mirror(host, parse, place, parse.GetValue(key), earlier, cancel)
                : await Own(host, parse, earlier, cancel);
            if (outcome.Value is not { } found)
            {
                return output.Refuse(outcome.Refusal!);
            }

            output.Result(
                new { sound = found.Faults.Count == 0, found.Entries, found.Checkpoints, found.Head, faults = found.Faults.Select(fault => new { fault.Code, what = CommandOutput.In(fault.What) }) },
                found.Faults.Count == 0 ? LogWords.Sound(found.Entries, found.Checkpoints, found.Head) : new(string.Join('\n', found.Faults.Select(one => one.What.Zh)), string.Join('\n', found.Faults.Select(one => one.What.En))));
            return found.Faults.Count == 0 ? ExitStatus.Done : ExitStatus.Differs;
        });
        return command;
    }

    private static Command Rotate(CommandHost host)
    {
        var lost = new Option<bool>("--lost") { Description = "旧钥匙丢失或泄露，立即停用 / the old key was lost or leaked: end it at once" };
        var command = new Command("rotate", "换一把签名钥匙；旧的并行签到下次更换 / a new key; the one before signs beside it until the next change") { lost };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var services = scope.ServiceProvider;
            var (db, keys) = (services.GetRequiredService<SaimaDb>(), services.GetRequiredService<LogKeys>());
            var key = await keys.Rotate(db, Environment.UserName, parse.GetValue(lost), cancel);
            if (await PublishedLog.Size(db, cancel) > 0 && (await SignLog.Run(db, keys, services.GetRequiredService<TimeProvider>(), cancel)).Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            host.Output(parse).Result(new { key = key.ToString() }, LogWords.NewKey(key.ToString()));
            return ExitStatus.Done;
        });
        return command;
    }

    private static async Task<Outcome<LogChecked>> Own(CommandHost host, ParseResult parse, IReadOnlyList<SignedNote> earlier, CancellationToken cancel)
    {
        await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
        return await CheckLog.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), earlier, cancel);
    }

    private static async Task<Outcome<LogChecked>> Mirror(CommandHost host, ParseResult parse, string where, string? given, IReadOnlyList<SignedNote> earlier, CancellationToken cancel)
    {
        var outcome = LogPlace.Of(where);
        using var place = outcome.Value;
        if (place is null)
        {
            return outcome.Refusal!;
        }

        if (given is not null && VerifierKey.Parse(given) is null)
        {
            return LogRefusals.BadKey;
        }

        var opened = await RemoteLog.Open(place, cancel);
        if (opened.Value is not { } log)
        {
            return opened.Refusal!;
        }

        List<VerifierKey> keys = given is null ? [] : [VerifierKey.Parse(given)!];
        // Whoever keeps a mirror has no database of the platform.
        if (host.Address(parse) is var address && (address.File is null ? parse.GetValue(host.Db) is not null : File.Exists(address.File)))
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            keys.AddRange(await CheckLog.Keys(db, cancel));
            earlier = [.. await CheckLog.Notes(db, cancel), .. earlier];
        }

        if (keys.Count == 0)
        {
            var stated = await log.StatedKeys(cancel);
            if (stated.Value is not { } own)
            {
                return stated.Refusal!;
            }

            host.Output(parse).Progress(LogWords.Trusted(own[0].ToString()));
            keys.AddRange(own);
        }

        return await CheckMirror.Run(log, keys, earlier, cancel);
    }
}
