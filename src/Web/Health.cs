using Saima.Kernel.Data;

namespace Saima.Web;

/// <summary>Whether the site can answer: it can if its database can.</summary>
public static class Health
{
    public static async Task<IResult> Run(SaimaDb db, CancellationToken cancel) =>
        await db.Database.CanConnectAsync(cancel)
            ? Results.Text("ok")
            : Results.Text("database", statusCode: StatusCodes.Status503ServiceUnavailable);
}
