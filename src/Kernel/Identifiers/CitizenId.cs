using System.Globalization;
using Saima.Kernel.Geography;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Identifiers;

/// <summary>公民身份号码 (GB 11643-1999), eighteen characters. Its text form hides the person; <see cref="Reveal"/> shows the number to who may see it.</summary>
public sealed record CitizenId
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string _number;

    private CitizenId(string number, DateOnly birth) => (_number, BornOn) = (number, birth);

    public DateOnly BornOn { get; }

    public DivisionCode Division => new(_number[..6]);

    public bool IsMale => (_number[16] - '0') % 2 == 1;

    /// <summary>港澳台居民居住证 rather than an identity card.</summary>
    public bool IsResidencePermit => _number[..6] is "810000" or "820000" or "830000";

    public static Outcome<CitizenId> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = IdentifierText.Normalise(text);
        if (number.Length == 15 && number.All(char.IsAsciiDigit))
        {
            return IdentifierRefusals.OldCitizenId;
        }

        if (number.Length != Length || !number[..^1].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'X'))
        {
            return IdentifierRefusals.NotCitizenId;
        }

        if (number[0] is '0' or '9')
        {
            return IdentifierRefusals.OtherDocument;
        }

        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth))
        {
            return IdentifierRefusals.NoSuchBirthday;
        }

        var sum = number[..^1].Select((digit, i) => (digit - '0') * Weights[i]).Sum();
        return number[^1] == CheckCharacters[sum % CheckCharacters.Length] ? new CitizenId(number, birth) : IdentifierRefusals.CitizenCheck;
    }

    public string Reveal() => _number;

    public override string ToString() => $"{_number[..6]}********{_number[14..16]}**";
}
