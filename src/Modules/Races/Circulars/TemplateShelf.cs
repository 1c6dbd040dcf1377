using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Circulars;

/// <summary>A template that can be used.</summary>
public sealed record ShelvedTemplate(TemplateKind Kind, int Version, TemplateContent Content, string DocumentNo, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, DateTimeOffset? KeptAt, string KeptBy)
{
    /// <summary>The one that comes with the platform.</summary>
    public bool IsExample => Version == 0;

    public string Hash => Content.Hash(Kind);
}

/// <summary>The templates that are kept, the newest first, and the example last.</summary>
public static class TemplateShelf
{
    public static ShelvedTemplate Example(TemplateKind kind) => new(kind, 0, ExampleTemplates.Of(kind), "", null, null, null, "");

    public static async Task<IReadOnlyList<ShelvedTemplate>> Read(SaimaDb db, TemplateKind kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var kept = await db.Set<KeptTemplate>().AsNoTracking().Where(one => one.Kind == kind).OrderByDescending(one => one.Version).ToListAsync(cancel);
        return [.. kept.Select(one => new ShelvedTemplate(kind, one.Version, TemplateContent.Parse(one.Content), one.DocumentNo, one.EffectiveFrom, one.EffectiveTo, one.KeptAt, one.KeptBy)), Example(kind)];
    }

    /// <summary>The newest version whose period holds that day; the example where none does.</summary>
    public static async Task<ShelvedTemplate> InForce(SaimaDb db, TemplateKind kind, DateOnly day, CancellationToken cancel) => InForce(await Read(db, kind, cancel), day);

    public static ShelvedTemplate InForce(IReadOnlyList<ShelvedTemplate> shelf, DateOnly day) => shelf.First(one => one.IsExample || (one.EffectiveFrom <= day && (one.EffectiveTo is not { } last || last >= day)));
}
