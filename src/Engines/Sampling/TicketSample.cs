using System.Security.Cryptography;
using System.Text;

namespace Saima.Engines.Sampling;

/// <summary>
/// A simple random sample without replacement that anybody can draw again: every member of the frame gets a ticket that depends on the seed and on itself alone, and the smallest tickets are drawn.
/// Source: R. L. Rivest, “Consistent Sampling with Replacement”, arXiv:1808.10016 (2018), section 2, as used in risk-limiting audits of elections; here without replacement.
/// </summary>
public static class TicketSample
{
    /// <summary>Draws members of a frame.</summary>
    /// <param name="frame">Ids to draw from, in any order; no id twice, none empty.</param>
    /// <param name="seed">Chosen so that nobody knew it when the frame could still be influenced; any text but the empty one.</param>
    /// <param name="count">How many to draw; from 0 to any number, more than there are draws all.</param>
    /// <returns>
    /// The members drawn, in the order of their tickets. The ticket of an id is <c>SHA-256(UTF-8(seed + "," + id))</c>, compared as bytes. A member that leaves the frame or joins it changes the order of no others,
    /// and a larger count only adds to what a smaller one draws.
    /// </returns>
    /// <exception cref="ArgumentException">The seed or an id is empty, or an id comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IReadOnlyList<DrawnTicket> Draw(IReadOnlyCollection<string> frame, string seed, int count)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrEmpty(seed);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (frame.Any(string.IsNullOrEmpty) || frame.Distinct(StringComparer.Ordinal).Count() != frame.Count)
        {
            throw new ArgumentException("Ids are neither empty nor there twice.", nameof(frame));
        }

        return [.. frame.Select(id => new DrawnTicket(id, Ticket(seed, id))).OrderBy(drawn => drawn.Ticket, StringComparer.Ordinal).Take(count)];
    }

    /// <summary>The ticket of one id, lower-case hexadecimal: its order as text is that of its bytes.</summary>
    /// <param name="seed">As for <see cref="Draw"/>.</param>
    /// <param name="id">Of the frame.</param>
    public static string Ticket(string seed, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed},{id}")));
}

/// <summary>A member that was drawn.</summary>
/// <param name="Id">Of the frame.</param>
/// <param name="Ticket">64 hexadecimal digits.</param>
public sealed record DrawnTicket(string Id, string Ticket);
