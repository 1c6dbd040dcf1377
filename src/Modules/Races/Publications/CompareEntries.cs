using System.Text;

namespace Saima.Modules.Races.Publications;

/// <summary>Finds where two bundles first differ, in an entry or around them.</summary>
internal static class CompareEntries
{
    private const int Block = 1 << 18;
    private const int LongestLine = 1 << 12;
    private const int LongestShown = 120;

    /// <summary>The first difference inside an entry; the bundle recomputed comes first.</summary>
    public static Difference? Inside(Bundle expected, Bundle found, string name)
    {
        var left = expected.Entries.FirstOrDefault(entry => entry.Name == name);
        var right = found.Entries.FirstOrDefault(entry => entry.Name == name);
        if (left is null || right is null)
        {
            return left is not null ? Difference.Missing(name) : right is not null ? Difference.Extra(name) : null;
        }

        var (offset, line, lineStart) = First(expected, left.Offset, left.Size, found, right.Offset, right.Size);
        return offset < 0 ? null : Describe(name, line, (int)Math.Min(LongestLine, offset - lineStart), (expected, left, lineStart), (found, right, lineStart));
    }

    /// <summary>The first difference in names, order, headers and directory.</summary>
    public static Difference? Around(Bundle expected, Bundle found)
    {
        foreach (var (left, right) in expected.Entries.Zip(found.Entries))
        {
            if (left.Name != right.Name)
            {
                return Difference.Zip("order", right.Offset, left.Name, right.Name);
            }
        }

        var (leftLength, rightLength) = (RandomAccess.GetLength(expected.Handle), RandomAccess.GetLength(found.Handle));
        var (offset, _, _) = First(expected, 0, leftLength, found, 0, rightLength);
        if (offset < 0)
        {
            return null;
        }

        var next = expected.Entries.FirstOrDefault(entry => entry.Offset > offset)?.Name;
        return Difference.Zip(next ?? "directory", offset, ByteAt(expected, offset), ByteAt(found, offset));
    }

    private static (long Offset, long Line, long LineStart) First(Bundle left, long leftStart, long leftLength, Bundle right, long rightStart, long rightLength)
    {
        var (one, other) = (new byte[Block], new byte[Block]);
        var common = Math.Min(leftLength, rightLength);
        long line = 1, lineStart = 0;
        for (long at = 0; at < common; at += Block)
        {
            var size = (int)Math.Min(Block, common - at);
            Fill(left, leftStart + at, one.AsSpan(0, size));
            Fill(right, rightStart + at, other.AsSpan(0, size));
            var same = one.AsSpan(0, size).CommonPrefixLength(other.AsSpan(0, size));
            var seen = one.AsSpan(0, same);
            line += seen.Count((byte)'\n');
            lineStart = seen.LastIndexOf((byte)'\n') is >= 0 and var last ? at + last + 1 : lineStart;
            if (same < size)
            {
                return (at + same, line, lineStart);
            }
        }

        return leftLength == rightLength ? (-1, 0, 0) : (common, line, lineStart);
    }

    private static Difference Describe(
        string name, long line, int same, (Bundle Bundle, StoredEntry Entry, long Start) expected, (Bundle Bundle, StoredEntry Entry, long Start) found)
    {
        var (left, right) = (Line(expected), Line(found));
        var column = Character(found, same);
        if (!name.EndsWith(".csv", StringComparison.Ordinal) || line == 1)
        {
            return Difference.At(name, line, column, null, Shown(left), Shown(right));
        }

        var (heading, wanted, actual) = (Cells(Line((expected.Bundle, expected.Entry, 0))), Cells(left), Cells(right));
        for (var cell = 0; cell < Math.Min(wanted.Count, actual.Count); cell++)
        {
            if (wanted[cell] != actual[cell])
            {
                return Difference.At(name, line, column, heading.ElementAtOrDefault(cell), Shown(wanted[cell]), Shown(actual[cell]));
            }
        }

        return Difference.At(name, line, column, null, Shown(left), Shown(right));
    }

    /// <summary>The character, counted from 1, in which the line's bytes first differ.</summary>
    private static int Character((Bundle Bundle, StoredEntry Entry, long Start) at, int same)
    {
        var bytes = new byte[(int)Math.Min(same + 1, at.Entry.Size - at.Start)];
        Fill(at.Bundle, at.Entry.Offset + at.Start, bytes);
        var begun = 0;
        foreach (var one in bytes)
        {
            begun += (one & 0xC0) == 0x80 ? 0 : 1;
        }

        return begun + (bytes.Length == same ? 1 : 0);
    }

    private static string Line((Bundle Bundle, StoredEntry Entry, long Start) at)
    {
        var bytes = new byte[(int)Math.Min(LongestLine, at.Entry.Size - at.Start)];
        Fill(at.Bundle, at.Entry.Offset + at.Start, bytes);
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes.AsSpan(0, end));
    }

    private static List<string> Cells(string line)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(line + "\n"));
        var scan = new CsvScan(bytes);
        return scan.Next() ? [.. Enumerable.Range(0, scan.Count).Select(scan.Text)] : [line];
    }

    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(LongestShown))
        {
            shown.Append(Rune.IsControl(rune) ? "␀" : rune.ToString());
        }

        return shown.ToString().Trim();
    }

    private static string ByteAt(Bundle bundle, long offset)
    {
        Span<byte> one = stackalloc byte[1];
        return RandomAccess.Read(bundle.Handle, one, offset) == 1 ? Convert.ToHexStringLower(one) : "—";
    }

    private static void Fill(Bundle bundle, long offset, Span<byte> into)
    {
        using var stream = new EntryStream(bundle.Handle, offset, into.Length);
        stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }
}
