using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Editing;
using Saima.Projects.Register;
using Saima.Projects.Sendings;

namespace Saima.Projects.Evidence;

/// <summary>Takes evidence in: all files or none. Contents are kept first, then the records and the ledger are written in one transaction; a content without a record is nothing.</summary>
public static class AddEvidence
{
    private const int Longest = 200;

    /// <returns>Ids of the pieces.</returns>
    public static async Task<Outcome<IReadOnlyList<long>>> Run(
        SaimaDb db, EvidenceStore store, TimeProvider time, Actor actor, EvidenceOrder order, IReadOnlyList<IFormFile> files, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(files);
        if (Written(order, files) is { } unfit)
        {
            return unfit;
        }

        // Before anything is received, so that a stranger fills no disk.
        if (await FactScope.Refuse(db, actor, order.Season, order.Project, cancel) is { } refused)
        {
            return refused;
        }

        var replaced = order.Replaces is { } id ? await ReadEvidence.Current(db, order.Season, order.Project).SingleOrDefaultAsync(one => one.Id == id, cancel) : null;
        if (order.Replaces is { } asked && replaced is null)
        {
            return await db.Set<ProjectEvidence>().AnyAsync(one => one.Id == asked && one.Season == order.Season && one.Project == order.Project, cancel) ? EvidenceDeskRefusals.ReplacedMeanwhile : EvidenceDeskRefusals.Gone;
        }

        var targets = await EvidenceTarget.All(db, order.Season, order.Project, Ui.Figures.Written.DayOf(time.GetUtcNow()), cancel);
        var target = replaced is null ? order.Target ?? targets.FirstOrDefault(one => one.Key == order.Of) : new(replaced.Purpose, replaced.About);
        if (target is null)
        {
            return EvidenceDeskRefusals.NoTarget(order.Of);
        }

        var kept = await Keep(store, files, cancel);
        return kept.Refusal is { } unkept ? unkept : await Write(db, time, actor, order, target, kept.Value!, cancel);
    }

    private static Refusal? Written(EvidenceOrder order, IReadOnlyList<IFormFile> files) =>
        files.Count == 0 ? EvidenceDeskRefusals.NoFile
        : order.Replaces is not null && files.Count > 1 ? EvidenceDeskRefusals.OneFile
        : order.Replaces is not null && string.IsNullOrWhiteSpace(order.Reason) ? EvidenceDeskRefusals.NoReason
        : order.Note?.Length > Longest || order.Reason?.Length > Longest ? EvidenceDeskRefusals.NoteTooLong(Longest)
        : null;

    private static async Task<Outcome<IReadOnlyList<(string Name, KeptFile File)>>> Keep(EvidenceStore store, IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        var kept = new List<(string, KeptFile)>();
        var refused = new List<(string, Refusal)>();
        foreach (var file in files)
        {
            var name = Plain(file.FileName);
            await using var content = file.OpenReadStream();
            var one = await store.Keep(content, name, file.Length, EvidenceLimits.Default, cancel);
            if (one.Refusal is { } refusal)
            {
                refused.Add((name, refusal));
            }
            else
            {
                kept.Add((name, one.Value!));
            }
        }

        return refused.Count > 0 ? EvidenceDeskRefusals.Several(files.Count, refused) : kept;
    }

    private static async Task<Outcome<IReadOnlyList<long>>> Write(
        SaimaDb db, TimeProvider time, Actor actor, EvidenceOrder order, EvidenceTarget target, IReadOnlyList<(string Name, KeptFile File)> kept, CancellationToken cancel)
    {
        await using var writing = await RegisterWriting.Begin(db, cancel);
        if (await Sending.Answered<IReadOnlyList<long>>(db, actor, order.Sending, cancel) is { } before)
        {
            return before;
        }

        if (await FactScope.Refuse(db, actor, order.Season, order.Project, cancel) is { } refused)
        {
            return refused;
        }

        var same = await ReadEvidence.Current(db, order.Season, order.Project, target).Select(one => one.Hash).ToListAsync(cancel);
        var earlier = await EvidenceRows.Earlier(db, kept, cancel);
        var claim = await EvidenceRows.Claim(db, order.Project, target, cancel);
        var rows = new List<ProjectEvidence>();
        foreach (var (name, file) in kept)
        {
            if (same.Contains(file.Hash))
            {
                return EvidenceDeskRefusals.Already(name);
            }

            same.Add(file.Hash);
            var flags = FlagEvidence.Run(file, claim, earlier.Where(other => other.Use != $"{order.Replaces}"));
            rows.Add(EvidenceRows.Of(order, target, (name, file), flags, actor, time.GetUtcNow()));
        }

        db.AddRange(rows);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return EvidenceDeskRefusals.ReplacedMeanwhile;
        }

        var ids = rows.ConvertAll(row => row.Id);
        Sending.Keep<IReadOnlyList<long>>(db, actor, order.Sending, time.GetUtcNow(), ids);
        await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, rows.Select(row => new LedgerLine(
            order.Replaces is null ? "projects.evidence-add" : "projects.evidence-replace", $"evidence/{row.Id}", row.Reason, row.ReplacesId is { } old ? JsonSerializer.Serialize(new { evidence = old }) : null,
            JsonSerializer.Serialize(new { season = row.Season, project = row.Project, proves = target.Key, file = row.Name, sha256 = row.Hash, row.Flags }))), cancel);
        await writing.Commit(cancel);
        return ids;
    }

    private static string Plain(string name)
    {
        var plain = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Where(mark => !char.IsControl(mark))).Trim();
        return plain.Length <= Longest ? plain : plain[^Longest..];
    }
}
