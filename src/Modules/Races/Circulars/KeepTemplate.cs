using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <param name="Seen">The version that was edited; another one that came in between is not overlooked.</param>
public sealed record TemplateOrder(TemplateKind Kind, TemplateContent Content, string DocumentNo, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, int Seen, string By);

/// <summary>Use case: keeps a version of a template. Versions before it and what was issued by them stay as they are.</summary>
public static class KeepTemplate
{
    private const int LongestNumber = 60;

    public static async Task<Outcome<ShelvedTemplate>> Run(SaimaDb db, TimeProvider time, TemplateOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        if (CheckTemplate.Run(order.Kind, order.Content) is { } faulty)
        {
            return faulty;
        }

        if (order.DocumentNo.Trim() is not { Length: > 0 and <= LongestNumber } document || order.EffectiveFrom is not { } from)
        {
            return CircularRefusals.BasisMissing;
        }

        if (order.EffectiveTo < from)
        {
            return CircularRefusals.PeriodBackwards;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE races_template IN EXCLUSIVE MODE", cancel);
        }

        var latest = (await TemplateShelf.Read(db, order.Kind, cancel))[0];
        if (latest.Version != order.Seen)
        {
            return CircularRefusals.TemplateMoved(latest);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        var kept = new KeptTemplate
        {
            Kind = order.Kind,
            Version = latest.Version + 1,
            Content = order.Content.ToJson(order.Kind),
            Hash = order.Content.Hash(order.Kind),
            DocumentNo = document,
            EffectiveFrom = from,
            EffectiveTo = order.EffectiveTo,
            KeptAt = now,
            KeptBy = order.By,
        };
        db.Add(kept);
        await db.SaveChangesAsync(cancel);
        var code = TemplateSections.Code(order.Kind);
        var before = JsonSerializer.Serialize(new { version = latest.Version, sha256 = latest.Hash });
        var after = JsonSerializer.Serialize(new { version = kept.Version, sha256 = kept.Hash, documentNo = document, from = kept.EffectiveFrom, to = kept.EffectiveTo });
        await AppendToLedger.Run(db, now, order.By, [new("races.template", $"races/templates/{code}", null, before, after)], cancel);
        await transaction.CommitAsync(cancel);
        return (await TemplateShelf.Read(db, order.Kind, cancel))[0];
    }
}
