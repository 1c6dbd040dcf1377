using System.Security.Cryptography;
using System.Text;

namespace Saima.Modules.Accounts.People;

/// <summary>Passwords that many people choose, which is what whoever guesses tries first. Kept as beginnings of hashes (<c>common-passwords.mjs</c>).</summary>
public static class CommonPasswords
{
    private const int Kept = 5;
    private const int FewLetters = 4;
    private static readonly Lazy<HashSet<long>> List = new(Read);

    public static int Count => List.Value.Count;

    /// <summary>Whether a password is one of them, also with capitals, with digits and signs around or between, or with signs that look like its letters.</summary>
    public static bool Contain(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var low = password.ToLowerInvariant();
        return Forms(low).Concat(Forms(Spelled(low))).Distinct(StringComparer.Ordinal).Any(Has);
    }

    private static IEnumerable<string> Forms(string text)
    {
        var first = text.TakeWhile(sign => !char.IsLetter(sign)).Count();
        var last = text.Length - text.Reverse().TakeWhile(sign => !char.IsLetter(sign)).Count();
        var letters = new string([.. text.Where(char.IsLetter)]);
        List<string> forms = [text, first < last ? text[first..last] : "", text[..last], text[first..], letters];
        if (letters.Length < FewLetters)
        {
            forms.Add(new([.. text.Where(char.IsAsciiDigit)]));
        }

        return forms.SelectMany(form => new[] { form, Once(form) });
    }

    // Of one that is repeated, the part that is.
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text == string.Concat(Enumerable.Repeat(text[..length], text.Length / length)))
            {
                return text[..length];
            }
        }

        return text;
    }

    private static string Spelled(string text) => new([.. text.Select(sign => sign switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    })]);

    private static bool Has(string text) => text.Length >= FewLetters && List.Value.Contains(Number(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    private static long Number(ReadOnlySpan<byte> hash)
    {
        var number = 0L;
        foreach (var one in hash[..Kept])
        {
            number = (number << 8) | one;
        }

        return number;
    }

    private static HashSet<long> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.bin")!;
        var list = new HashSet<long>((int)(stream.Length / Kept));
        var hash = new byte[Kept];
        while (stream.ReadAtLeast(hash, Kept, throwOnEndOfStream: false) == Kept)
        {
            list.Add(Number(hash));
        }

        return list;
    }
}
