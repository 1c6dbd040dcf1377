using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Objections;
using Saima.Ui;

namespace Saima.Modules.Races.Review;

/// <summary>The minutes as a Word document.</summary>
internal static class MinutesDownload
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/rounds/{season:int}/{round:int}/review.docx", Answer).WithMetadata(new DeskAttribute(), new RecordedAttribute(RecordLook.Exported, "reviews/{season}/{round}"));
    }

    private static async Task<IResult> Answer(int season, int round, SaimaDb db, IConfiguration configuration, CancellationToken cancel)
    {
        if (await ReviewState.Read(db, season, round, cancel) is not { } state)
        {
            return Results.NotFound();
        }

        // The document is Chinese whoever asks; figures follow.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var paper = ReviewMinutes.Write(state, await ReadObjections.All(db, season, round, cancel));
        return Results.Bytes(WordWriter.Write(paper, FontSet.From(configuration)), WordWriter.ContentType, FormattableString.Invariant($"saima-review-{season}-r{round}-e{state.Edition.Edition}.docx"));
    }
}
