using Saima.Modules.Races.Publications;

namespace Saima.Modules.Races.Objections;

/// <summary>A value of the frozen data that can be contested, as the data package writes it.</summary>
public sealed record ContestedFact(ContestedItem Item, string Value);

/// <summary>What the bundle of an edition says of one project, value by value.</summary>
internal static class FrozenFacts
{
    public static IReadOnlyList<ContestedFact> Of(Bundle bundle, string project)
    {
        var facts = new List<ContestedFact>();
        foreach (var table in ContestedItem.Tables)
        {
            using var entry = bundle.Read(BundleFormat.DataEntry(table.Name));
            if (entry is null)
            {
                continue;
            }

            var scan = new CsvScan(entry);
            scan.Next();
            var (own, key) = (table.Column(table.Key[0]), table.Key.Count > 1 ? table.Column(table.Key[1]) : -1);
            while (scan.Next())
            {
                if (scan.Text(own) == project)
                {
                    facts.AddRange(ContestedItem.FieldsOf(table).Select(field => new ContestedFact(new(table.Name, key < 0 ? "" : scan.Text(key), field), scan.Text(table.Column(field)))));
                }
            }
        }

        return facts;
    }
}
