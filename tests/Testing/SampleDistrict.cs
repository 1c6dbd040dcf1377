using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Rounds;

namespace Saima.Testing;

/// <summary>The sample district, imported, settled and published by the way every district takes.</summary>
public static class SampleDistrict
{
    public static string Folder { get; } = Path.Combine(Approve.Root, "samples", "shangyu-2023");

    public static async Task Load(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var services = database.Services();
        await using var scope = services.CreateAsyncScope();
        var loaded = await LoadSample.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), TimeProvider.System, Folder);
        if (loaded.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.En);
        }
    }

    /// <summary>Classifies the latest edition of a round as open, on the word of two.</summary>
    public static async Task Classify(TestDatabase database, int season, int round)
    {
        ArgumentNullException.ThrowIfNull(database);
        if ((await ClassifyEdition.Run(database.Open(), TimeProvider.System, new(season, round, "tester", "reviewer"))).Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.En);
        }
    }
}
