using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Saima.Testing;
using Shouldly;
using Sylvan.Data.Csv;
using Xunit;

namespace Saima.Modules.Tests.Races.OpenData;

/// <summary>Each round's Data Package, by the standard's schemas and by reading every cell of every table as the description says.</summary>
public sealed class PackageTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_description_is_valid_and_every_cell_is_what_it_says(string kind)
    {
        var site = await board.On(kind);
        for (var round = 1; round <= 6; round++)
        {
            var address = $"/seasons/2023/rounds/{round}/";
            var json = await site.Anonymous.GetStringAsync(address + "datapackage.json", Cancel);
            (await Schemas.Read("datapackage-2.0.json")).Faults(json).ShouldBeEmpty();
            (await Schemas.Read("datapackage-1.0.json")).Faults(json).ShouldBeEmpty();
            using var zip = new ZipArchive(new MemoryStream(await site.Anonymous.GetByteArrayAsync(address + "datapackage.zip", Cancel)));
            using var description = JsonDocument.Parse(json);
            var resources = description.RootElement.GetProperty("resources").EnumerateArray().ToList();
            resources.Count.ShouldBe(10);
            var tables = new Dictionary<string, Table>();
            foreach (var resource in resources)
            {
                var path = resource.GetProperty("path").GetString()!;
                var bytes = await site.Anonymous.GetByteArrayAsync(address + path, Cancel);
                using var packed = new MemoryStream();
                await (await zip.GetEntry(path)!.OpenAsync(Cancel)).CopyToAsync(packed, Cancel);
                packed.ToArray().ShouldBe(bytes, path);
                resource.GetProperty("bytes").GetInt64().ShouldBe(bytes.Length);
                resource.GetProperty("hash").GetString().ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)));
                tables[resource.GetProperty("name").GetString()!] = Table.Read(bytes, resource.GetProperty("schema"));
            }

            tables["standings"].Rows.Count.ShouldBeGreaterThan(70);
            foreach (var (name, table) in tables)
            {
                table.Check(tables, $"round {round}, {name}");
            }
        }
    }

    [Fact]
    public async Task A_reader_of_the_description_finds_a_wrong_cell()
    {
        var site = await board.On("sqlite");
        using var description = JsonDocument.Parse(await site.Anonymous.GetStringAsync("/seasons/2023/rounds/6/datapackage.json", Cancel));
        var schema = description.RootElement.GetProperty("resources").EnumerateArray().First(one => one.GetProperty("name").GetString() == "units" || one.GetProperty("name").GetString() == "unit-standings").GetProperty("schema");
        var good = await site.Anonymous.GetStringAsync("/seasons/2023/rounds/6/units.csv", Cancel);
        var wrong = Table.Read(System.Text.Encoding.UTF8.GetBytes(good.Replace("town,", "village,", StringComparison.Ordinal)), schema);
        Should.Throw<ShouldAssertException>(() => wrong.Check([], "wrong"));
    }

    private sealed record Table(JsonElement Schema, IReadOnlyList<Dictionary<string, string>> Rows)
    {
        public static Table Read(byte[] bytes, JsonElement schema)
        {
            using var csv = CsvDataReader.Create(new StreamReader(new MemoryStream(bytes)), new CsvDataReaderOptions { MaxBufferSize = 1 << 22 });
            var names = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToList();
            names.ShouldBe(schema.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!));
            var rows = new List<Dictionary<string, string>>();
            while (csv.Read())
            {
                rows.Add(names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => csv.GetString(pair.at)));
            }

            return new(schema, rows);
        }

        public void Check(Dictionary<string, Table> all, string where)
        {
            foreach (var field in Schema.GetProperty("fields").EnumerateArray())
            {
                var (name, type, rules) = (field.GetProperty("name").GetString()!, field.GetProperty("type").GetString()!, field.GetProperty("constraints"));
                var words = rules.TryGetProperty("enum", out var list) ? list.EnumerateArray().Select(word => word.GetString()).ToHashSet() : null;
                foreach (var cell in Rows.Select(row => row[name]))
                {
                    if (cell.Length == 0)
                    {
                        rules.GetProperty("required").GetBoolean().ShouldBeFalse($"{where}.{name} is empty");
                        continue;
                    }

                    Is(cell, type).ShouldBeTrue($"{where}.{name}: “{cell}” is no {type}");
                    (words is null || words.Contains(cell)).ShouldBeTrue($"{where}.{name}: “{cell}”");
                    if (rules.TryGetProperty("minimum", out var least))
                    {
                        decimal.Parse(cell, CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(least.GetDecimal(), $"{where}.{name}");
                    }
                }

                if (rules.TryGetProperty("unique", out _))
                {
                    Rows.Select(row => row[name]).ShouldBeUnique(where);
                }
            }

            var key = Schema.GetProperty("primaryKey").EnumerateArray().Select(one => one.GetString()!).ToList();
            Rows.Select(row => string.Join('\0', key.Select(name => row[name]))).ShouldBeUnique(where);
            if (Schema.TryGetProperty("foreignKeys", out var foreign))
            {
                foreach (var one in foreign.EnumerateArray())
                {
                    var reference = one.GetProperty("reference");
                    var known = all[reference.GetProperty("resource").GetString()!].Rows.Select(row => row[reference.GetProperty("fields")[0].GetString()!]).ToHashSet();
                    Rows.Select(row => row[one.GetProperty("fields")[0].GetString()!]).Where(value => value.Length > 0 && !known.Contains(value)).ShouldBeEmpty(where);
                }
            }
        }

        private static bool Is(string cell, string type) => type switch
        {
            "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "yearmonth" => DateOnly.TryParseExact(cell + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "boolean" => cell is "true" or "false",
            _ => type == "string",
        };
    }
}
