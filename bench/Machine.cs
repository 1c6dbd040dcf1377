using System.Globalization;
using System.Runtime.InteropServices;

namespace Saima.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Field("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores, {Memory():F0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    /// <summary>Runnable processes in the last minute: above the number of cores, others were at work and the figures are worse than they could be.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static double Memory() => double.Parse(Field("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / (1 << 20);

    private static string Field(string file, string name) =>
        File.ReadLines(file).Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).FirstOrDefault("?");
}
