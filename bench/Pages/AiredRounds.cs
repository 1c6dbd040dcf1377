using Microsoft.Extensions.DependencyInjection;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Modules.Races.Life;

namespace Saima.Bench.Pages;

/// <summary>Rounds of a generated district as history: what is measured are the lists, not the weeks a round takes.</summary>
internal static class AiredRounds
{
    public static void Run(string db, int season, params int[] rounds)
    {
        using var services = OpenDatabase.Run(DatabaseAddress.Parse(db), AllModules.List);
        foreach (var round in rounds)
        {
            using var scope = services.CreateScope();
            var aired = AirHistory.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), TimeProvider.System, new(season, round, "bench", First: round == rounds[0]), RoundPhase.Archived).GetAwaiter().GetResult();
            if (aired.Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal.Message.En);
            }
        }
    }
}
