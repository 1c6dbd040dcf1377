using System.Text.Json;

namespace Saima.Modules.Races.Log;

/// <summary>What this machine has seen of logs: the key of each and the last checkpoint. Whoever shows it another past later is found out.</summary>
internal sealed class SeenLogs(string file)
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Usual => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "saima", "log-seen.json");

    /// <summary>Of this address, else of this log wherever it was read.</summary>
    public SeenLog? Of(string place, string origin)
    {
        var all = Read();
        return all.FirstOrDefault(one => one.Place == place) ?? all.FirstOrDefault(one => one.Origin == origin);
    }

    public void Keep(SeenLog seen)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var part = $"{file}.{Environment.ProcessId}.part";
        File.WriteAllText(part, JsonSerializer.Serialize(Read().Where(one => one.Place != seen.Place).Append(seen), Layout));
        File.Move(part, file, overwrite: true);
    }

    private IReadOnlyList<SeenLog> Read()
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<IReadOnlyList<SeenLog>>(File.ReadAllText(file), Layout) ?? [] : [];
        }
        catch (JsonException)
        {
            throw new IOException($"{file}: JSON");
        }
    }
}

/// <summary>A log as it was seen last.</summary>
/// <param name="Place">Where.</param>
/// <param name="Keys">Its keys, trusted since.</param>
/// <param name="Note">The checkpoint.</param>
internal sealed record SeenLog(string Place, string Origin, IReadOnlyList<string> Keys, string Note);
