using Saima.Kernel.Geography;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Identifiers;

/// <summary>统一社会信用代码 (GB 32100-2015): the eighteen characters that name a legal person.</summary>
public sealed record UnifiedSocialCreditCode
{
    private const int Length = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private UnifiedSocialCreditCode(string text) => Text = text;

    public string Text { get; }

    /// <summary>Kind of registering department, e.g. <c>9</c> 市场监管.</summary>
    public char RegisteredBy => Text[0];

    public DivisionCode Division => new(Text[2..8]);

    /// <summary>组织机构代码 (GB 11714), nine characters.</summary>
    public string Organisation => Text[8..17];

    /// <summary>Doubtful where the organisation's own check digit does not fit.</summary>
    public Phrase? Doubt
    {
        get
        {
            var sum = 0;
            for (var i = 0; i < OrganisationWeights.Length; i++)
            {
                var character = Organisation[i];
                sum += (char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10) * OrganisationWeights[i];
            }

            var expected = (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
            return Organisation[^1] == expected ? null : IdentifierRefusals.OrganisationCheck(expected);
        }
    }

    public static Outcome<UnifiedSocialCreditCode> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = IdentifierText.Normalise(text);
        if (code.Length != Length)
        {
            return IdentifierRefusals.NotCreditCode(text);
        }

        foreach (var character in code)
        {
            if (!Alphabet.Contains(character, StringComparison.Ordinal))
            {
                return IdentifierRefusals.NoSuchCharacter(character);
            }
        }

        if (!code[2..8].All(char.IsAsciiDigit))
        {
            return IdentifierRefusals.NotCreditCode(text);
        }

        var expected = CheckCharacter(code);
        return code[^1] == expected ? new UnifiedSocialCreditCode(code) : IdentifierRefusals.CreditCheck(expected);
    }

    public override string ToString() => Text;

    private static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code[..^1])
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
