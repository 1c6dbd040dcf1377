using System.Buffers;
using System.Text;
using Sylvan.Data.Csv;

namespace Saima.Projects.Imports;

/// <summary>A CSV file from outside: comma, semicolon, tab or bar; UTF-8, UTF-16 with its mark, or GB 18030 as Chinese Excel writes it.</summary>
internal static class CsvSource
{
    private const int LargestRecord = 4 << 20;

    public static IEnumerable<SourceRow> Rows(string path)
    {
        using var text = new StreamReader(path, EncodingOf(path), detectEncodingFromByteOrderMarks: true);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            BufferSize = 1 << 16,
            MaxBufferSize = LargestRecord,
            Delimiter = DelimiterOf(path),
        });
        while (csv.Read())
        {
            var cells = new string?[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i);
            }

            yield return new SourceRow(csv.RowNumber, cells);
        }
    }

    /// <summary>UTF-8 if every byte fits, else GB 18030.</summary>
    public static Encoding EncodingOf(string path)
    {
        var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var decoder = utf8.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
        var characters = ArrayPool<char>.Shared.Rent(1 << 17);
        try
        {
            using var stream = File.OpenRead(path);
            for (var first = true; ; first = false)
            {
                var read = stream.Read(bytes);
                if (first && read >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
                {
                    return Encoding.Unicode;
                }

                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
                if (read == 0)
                {
                    return utf8;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? throw new InvalidOperationException("GB 18030 is part of the platform.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>The mark that occurs most often in the first lines, outside quotes.</summary>
    private static char DelimiterOf(string path)
    {
        using var text = new StreamReader(path, EncodingOf(path), detectEncodingFromByteOrderMarks: true);
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0, ['|'] = 0 };
        for (var line = 0; line < 20 && text.ReadLine() is { } content; line++)
        {
            var quoted = false;
            foreach (var mark in content)
            {
                quoted ^= mark == '"';
                if (!quoted && counts.TryGetValue(mark, out var count))
                {
                    counts[mark] = count + 1;
                }
            }
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }
}
