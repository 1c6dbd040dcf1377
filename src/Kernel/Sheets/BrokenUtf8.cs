using System.Buffers;
using System.Text;

namespace Saima.Kernel.Sheets;

/// <summary>
/// Text that was UTF-8 before it was damaged. Most of its bytes would also pass for GB 18030, as other Chinese characters than were meant,
/// so it has to be refused before that is tried.
/// </summary>
public static class BrokenUtf8
{
    /// <summary>Whether more Chinese characters are sound UTF-8 than places are not; in GB 18030 hardly any is by chance.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        var (sound, broken) = (0L, 0L);
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            sound += status == OperationStatus.Done && length >= 3 ? 1 : 0;
            broken += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[length..];
        }

        return broken > 0 && sound > broken;
    }
}
