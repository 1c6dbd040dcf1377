using System.Text;

namespace Saima.Kernel.Identifiers;

/// <summary>Brings a code as people type or paste it into the narrow characters it is made of.</summary>
internal static class IdentifierText
{
    /// <summary>Full-width digits and letters become narrow, every kind of hyphen becomes <c>-</c>, letters become capitals; spaces at the ends go.</summary>
    public static string Normalise(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            made.Append(character switch
            {
                >= '‐' and <= '―' or '－' or '−' => '-',
                >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => char.ToUpperInvariant((char)(character - '０' + '0')),
                >= 'a' and <= 'z' => char.ToUpperInvariant(character),
                _ => character,
            });
        }

        return made.ToString();
    }

    public static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
