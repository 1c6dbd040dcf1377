using Microsoft.AspNetCore.Http;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.Tokens;
using Saima.Ui;

namespace Saima.Modules.Accounts.Sessions;

/// <summary>Finds out who acts, before anything else looks.</summary>
public sealed class KnowActor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, SaimaDb db, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (ProgramAccess.Asks(http))
        {
            // A token stands for itself: a cookie beside it counts for nothing.
            if (await ProgramAccess.Find(http, db, time) is not { } program)
            {
                await ProgramAccess.Refuse(http);
                return;
            }

            http.Act(program);
        }
        else if (http.User.Identity?.IsAuthenticated == true && await SignedIn.Find(db, time, http.User, http.RequestAborted) is { } actor)
        {
            http.Act(actor);
        }

        await next(http);
    }
}
