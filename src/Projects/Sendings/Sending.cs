using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Sendings;

/// <summary>What a device names something it sends by, however often it sends it.</summary>
/// <param name="Key">Made by the device.</param>
/// <param name="Content">Tells what is sent again from something else under the same key.</param>
public sealed record Sending(Guid Key, string Content)
{
    /// <param name="content">All that makes a difference.</param>
    public static Sending Of<T>(Guid key, T content) => new(key, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content))));

    /// <summary>The answer it got when it was taken in.</summary>
    /// <returns>Empty if it never was.</returns>
    internal static async Task<Outcome<T>?> Answered<T>(SaimaDb db, Actor actor, Sending? sending, CancellationToken cancel)
    {
        if (sending is null || await db.Set<SendingReceipt>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == actor.Id && one.Key == sending.Key, cancel) is not { } receipt)
        {
            return null;
        }

        return receipt.Content == sending.Content ? (Outcome<T>)JsonSerializer.Deserialize<T>(receipt.Answer)! : SendingRefusals.OtherContent;
    }

    /// <summary>Keeps the answer, in the transaction of what is taken in; the unique key lets it be written once.</summary>
    internal static void Keep<T>(SaimaDb db, Actor actor, Sending? sending, DateTimeOffset at, T answer)
    {
        if (sending is not null)
        {
            db.Add(new SendingReceipt { Person = actor.Id, Key = sending.Key, Content = sending.Content, Answer = JsonSerializer.Serialize(answer), At = at });
        }
    }
}
