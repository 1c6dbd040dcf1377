using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Ui.Papers;

namespace Saima.Modules.Races.Circulars;

/// <param name="Circular">Id of the draft.</param>
/// <param name="Number">文号.</param>
/// <param name="Day">成文日期.</param>
public sealed record IssueOrder(long Circular, string Number, DateOnly? Day, Actor By);

/// <summary>Use case: issues a drafted circular with number and date. Who drafted it cannot issue it; what was issued keeps its bytes and is never made again.</summary>
public static partial class IssueCircular
{
    /// <param name="print">Makes the PDF that is kept beside; empty, or where there is no Chromium, only Word is kept.</param>
    public static async Task<Outcome<Circular>> Run(SaimaDb db, TimeProvider time, IssueOrder order, FontSet fonts, ChromiumPrint? print, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        var number = order.Number.Trim();
        if (await db.Set<Circular>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == order.Circular, cancel) is not { } draft)
        {
            return CircularRefusals.NoDraft;
        }

        var head = await db.Set<SettledRound>().AsNoTracking().SingleAsync(one => one.Id == draft.RoundId, cancel);
        if (Said(draft, head, order, number) is { } refusal)
        {
            return refusal;
        }

        var template = new ShelvedTemplate(TemplateKind.Circular, draft.TemplateVersion, TemplateContent.Parse(draft.Template), "", null, null, null, "");
        var composed = ComposeCircular.Run(await EditionFigures.Read(db, head, cancel), template, new(number, order.Day!.Value));
        if (composed.Value is not { } paper)
        {
            return composed.Refusal!;
        }

        var word = WordWriter.Write(paper, fonts);
        var pdf = print?.Program is null ? null : (await print.Run(PaperHtml.File(paper.Title, [paper], fonts), cancel)).Value;
        var now = time.GetUtcNow().ToUniversalTime();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StoreRound.Lock(db, cancel);
        if (await Taken(db, draft, head, number, cancel) is { } taken)
        {
            return taken;
        }

        var (day, json, sha) = (order.Day, JsonSerializer.Serialize(paper, CircularShelf.Json), Convert.ToHexStringLower(SHA256.HashData(word)));
        await db.Set<Circular>().Where(one => one.Id == draft.Id && one.IssuedAt == null).ExecuteUpdateAsync(
            one => one.SetProperty(row => row.Number, number).SetProperty(row => row.Day, day).SetProperty(row => row.IssuedBy, order.By.Name).SetProperty(row => row.IssuedById, order.By.Id)
                .SetProperty(row => row.IssuedAt, now).SetProperty(row => row.IssuedRoundId, draft.RoundId).SetProperty(row => row.Paper, json).SetProperty(row => row.Sha256, sha),
            cancel);
        db.Add(new CircularFile { CircularId = draft.Id, Format = "docx", Bytes = word });
        if (pdf is not null)
        {
            db.Add(new CircularFile { CircularId = draft.Id, Format = "pdf", Bytes = pdf });
        }

        await db.SaveChangesAsync(cancel);
        var after = JsonSerializer.Serialize(new { number, day, edition = head.Edition, bundle = head.BundleHash, template = draft.TemplateVersion, templateSha256 = draft.TemplateHash, sha256 = sha, draftedBy = draft.DraftedBy });
        await AppendToLedger.Run(db, now, order.By.Name, [new("races.circular-issue", $"{StoreRound.Subject(head)}/circular", null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
        return await db.Set<Circular>().AsNoTracking().SingleAsync(one => one.Id == draft.Id, cancel);
    }

    /// <summary>What can be told from the order alone.</summary>
    private static Refusal? Said(Circular draft, SettledRound head, IssueOrder order, string number) =>
        draft.Number is { } known ? CircularRefusals.AlreadyIssued(known)
        : draft.DraftedById == order.By.Id ? CircularRefusals.SamePerson
        : !NumberForm().IsMatch(number) ? CircularRefusals.NumberForm(number)
        : order.Day is not { } day ? CircularRefusals.DayMissing
        : day < head.CutOff ? CircularRefusals.DayTooEarly(head.CutOff)
        : null;

    private static async Task<Refusal?> Taken(SaimaDb db, Circular draft, SettledRound head, string number, CancellationToken cancel) =>
        (await RoundArchive.Latest(db, head.Season, head.Round, cancel))!.Id != head.Id ? CircularRefusals.OldEdition
        : await CircularShelf.IssuedOf(db, draft.RoundId, cancel) is { } issued ? CircularRefusals.AlreadyIssued(issued.Number!)
        : await db.Set<Circular>().AnyAsync(one => one.Number == number, cancel) ? CircularRefusals.NumberTaken(number)
        : null;

    [GeneratedRegex(@"^[^\s〔〕]{1,20}〔\d{4}〕\d{1,4}号$")]
    private static partial Regex NumberForm();
}
