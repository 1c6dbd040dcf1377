using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>The same findings for programs.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(Reading reading, string? written) => JsonSerializer.Serialize(
        new
        {
            reading.Mapping.Source,
            reading.RowsRead,
            reading.RowsUsed,
            RowsSetAside = reading.RowsRead - reading.RowsUsed,
            SetAside = reading.SetAside.Select(pair => new { pair.Reason, pair.Rows }),
            Tables = reading.Tables.Select(table => new { table.Name, Rows = table.Rows.Count, table.Merged }),
            NotMade = reading.NotMade.Select(pair => new { pair.Table, pair.Reason, pair.Rows }),
            reading.CellsUnknown,
            reading.AmountsRounded,
            Errors = reading.ErrorCount,
            Warnings = reading.ProblemCount - reading.ErrorCount,
            reading.Problems,
            Written = written,
        },
        Json);

    public static string Of(DataPackage package, IReadOnlyList<Problem> warnings, Imported? imported) => JsonSerializer.Serialize(
        new { Projects = package.Facts.ProjectCount, Units = package.Facts.UnitCount, Warnings = warnings, Imported = imported }, Json);

    public static string Of(Proposal proposal) => JsonSerializer.Serialize(
        new
        {
            proposal.Sheet,
            HeaderRows = new[] { proposal.Header.FirstRow, proposal.Header.LastRow },
            Recognised = proposal.Recognised.Select(pair => new { pair.Column, pair.Heading }),
            proposal.Unknown,
            proposal.Open,
        },
        Json);
}
