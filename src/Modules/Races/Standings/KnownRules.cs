using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Standings;

/// <summary>The rule sets of settled rounds, each read once: a rule set with the same fingerprint never says anything else.</summary>
public sealed class KnownRules
{
    private readonly ConcurrentDictionary<string, RuleSetDocument> known = new(StringComparer.Ordinal);

    public async ValueTask<RuleSetDocument> Of(SaimaDb db, RoundHead round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(round);
        if (known.TryGetValue(round.RuleSetHash, out var rules))
        {
            return rules;
        }

        var document = await db.Set<SettledRound>().Where(kept => kept.Id == round.Id).Select(kept => kept.RuleSetDocument).SingleAsync(cancel);
        rules = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(document), "rules.json").Value
            ?? throw new InvalidOperationException($"The rule set stored with round {round.Id} cannot be read.");
        return known.GetOrAdd(rules.Hash, rules);
    }
}
