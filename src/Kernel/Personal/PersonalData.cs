using System.Text;
using System.Text.RegularExpressions;
using Saima.Kernel.Identifiers;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Personal;

/// <summary>What is found in a text and belongs to a person.</summary>
public enum PersonalKind
{
    /// <summary>公民身份号码 whose birthday and check character are right.</summary>
    CitizenId,

    /// <summary>手机或座机号码.</summary>
    Telephone,

    /// <summary>电子邮箱.</summary>
    Mail,
}

/// <summary>A place in a text.</summary>
/// <param name="Masked">As it may be written down: enough to find it again.</param>
public sealed record PersonalFinding(PersonalKind Kind, int At, int Length, string Masked);

/// <summary>Looks for numbers and addresses of persons in free text. Names cannot be told from other words; fields that hold them are declared instead.</summary>
public static partial class PersonalData
{
    private const string Dropped = "***";

    public static Phrase Title(PersonalKind kind) => kind switch
    {
        PersonalKind.CitizenId => new("公民身份号码", "citizen identity number"),
        PersonalKind.Telephone => new("电话号码", "telephone number"),
        _ => new("电子邮箱", "mail address"),
    };

    public static IReadOnlyList<PersonalFinding> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Plain(text);
        var found = new List<PersonalFinding>();
        foreach (Match match in Identities().Matches(plain))
        {
            if (CitizenId.Parse(match.Value).Value is not null)
            {
                found.Add(new(PersonalKind.CitizenId, match.Index, match.Length, Identity(match.Value)));
            }
        }

        found.AddRange(Telephones().Matches(plain).Select(match => new PersonalFinding(PersonalKind.Telephone, match.Index, match.Length, match.Value[..3] + Dropped)));
        found.AddRange(Mails().Matches(plain).Select(match => new PersonalFinding(PersonalKind.Mail, match.Index, match.Length, match.Value[..1] + Dropped)));
        return [.. found.OrderBy(one => one.At)];
    }

    /// <summary>The text with identity numbers as <c>330604********1234</c>, and telephone numbers and mail addresses dropped.</summary>
    public static string Mask(string text)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var one in Find(text).Where(one => one.At >= 0))
        {
            masked.Append(text, at, one.At - at).Append(one.Kind == PersonalKind.CitizenId ? one.Masked : Dropped);
            at = one.At + one.Length;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private static string Identity(string number) => $"{number[..6]}********{number[14..].ToUpperInvariant()}";

    // Full-width digits and signs are digits and signs; the places stay where they are.
    private static string Plain(string text) => string.Create(text.Length, text, (into, from) =>
    {
        for (var at = 0; at < from.Length; at++)
        {
            into[at] = from[at] is >= '！' and <= '～' ? (char)(from[at] - '！' + '!') : from[at];
        }
    });

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-8][0-9]{16}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex Identities();

    [GeneratedRegex(@"(?<![0-9A-Za-z-])(?:(?:\+86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[1-9][0-9]{1,2}-[2-9][0-9]{6,7})(?![0-9A-Za-z-])")]
    private static partial Regex Telephones();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")]
    private static partial Regex Mails();
}
