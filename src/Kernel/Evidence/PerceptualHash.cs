using System.Numerics;
using SkiaSharp;

namespace Saima.Kernel.Evidence;

/// <summary>
/// dHash: 64 bits saying of a 9 × 8 grey picture whether each pixel is brighter than its right neighbour (N. Krawetz, “Kind of Like That”,
/// Hacker Factor, 2013). It survives scaling, compression and changed brightness; a crop or a mirror image it does not.
/// </summary>
public static class PerceptualHash
{
    private const int Columns = 9, Rows = 8;

    /// <summary>Bits in which two pictures may differ and still look the same.</summary>
    public const int Alike = 6;

    private const int LeastPattern = 8;

    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    /// <summary>Whether two pictures look the same. A flat or evenly shaded picture has no pattern and looks like no other.</summary>
    public static bool LookAlike(ulong one, ulong other) =>
        Distance(one, other) <= Alike && BitOperations.PopCount(one) is > LeastPattern and < 64 - LeastPattern;

    internal static ulong Of(SKBitmap picture)
    {
        Span<double> sums = stackalloc double[Columns * Rows];
        Span<int> counts = stackalloc int[Columns * Rows];
        var pixels = picture.Pixels;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var pixel = pixels[(y * picture.Width) + x];
                var cell = ((int)((long)y * Rows / picture.Height) * Columns) + (int)((long)x * Columns / picture.Width);
                sums[cell] += (299 * pixel.Red) + (587 * pixel.Green) + (114 * pixel.Blue);
                counts[cell]++;
            }
        }

        ulong hash = 0;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns - 1; column++)
            {
                var cell = (row * Columns) + column;
                hash = (hash << 1) | (Mean(sums, counts, cell) > Mean(sums, counts, cell + 1) ? 1UL : 0);
            }
        }

        return hash;
    }

    private static double Mean(Span<double> sums, Span<int> counts, int cell) => counts[cell] == 0 ? 0 : sums[cell] / counts[cell];
}
