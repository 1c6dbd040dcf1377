using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Saima.Projects.Imports.Uploads;

/// <summary>Where uploaded files lie: a folder for each below the data folder, with what is known of it beside it. Nothing here is served.</summary>
public sealed class UploadShelf(string dataFolder, TimeProvider time)
{
    /// <summary>Bytes of a file; larger ones are imported on the command line.</summary>
    public const long Largest = 100L << 20;

    private const int MostUploads = 50;
    private const int LongestName = 80;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly string[] Types = [".xlsx", ".csv", ".txt", ".tsv", ".zip", ".xlsm"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private string Uploads => Path.Combine(Data, "uploads");

    public string Data { get; } = Path.GetFullPath(dataFolder);

    public bool Full => Directory.Exists(Uploads) && Directory.EnumerateDirectories(Uploads).Count() >= MostUploads;

    public static bool Takes(string fileName) => Types.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps a file; what is cut short leaves nothing.</summary>
    public async Task<Upload> Add(string fileName, int season, Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        var upload = new Upload { Id = Guid.NewGuid(), FileName = Plain(fileName), Season = season, At = time.GetUtcNow() };
        Directory.CreateDirectory(Path.Combine(Folder(upload.Id), "file"));
        try
        {
            await using (var target = File.Create(Source(upload)))
            {
                await content.CopyToAsync(target, cancel);
            }

            Save(upload);
            return upload;
        }
        catch
        {
            Remove(upload.Id);
            throw;
        }
    }

    public Upload? Find(Guid id) => Read<Upload>(Path.Combine(Folder(id), "upload.json"));

    /// <summary>All of them, the latest first; those of yesterday are removed on the way.</summary>
    public IReadOnlyList<Upload> All()
    {
        if (!Directory.Exists(Uploads))
        {
            return [];
        }

        var found = new List<Upload>();
        foreach (var folder in Directory.GetDirectories(Uploads))
        {
            if (Guid.TryParse(Path.GetFileName(folder), out var id) && Find(id) is { } upload)
            {
                found.Add(upload);
            }
        }

        return [.. found.OrderByDescending(upload => upload.At)];
    }

    /// <summary>Removes what is a day old, and what is no upload at all.</summary>
    public int RemoveOld(Func<Guid, bool> inUse)
    {
        ArgumentNullException.ThrowIfNull(inUse);
        var removed = 0;
        foreach (var folder in Directory.Exists(Uploads) ? Directory.GetDirectories(Uploads) : [])
        {
            var known = Guid.TryParse(Path.GetFileName(folder), out var id) ? Find(id) : null;
            var since = known?.At ?? new DateTimeOffset(Directory.GetCreationTimeUtc(folder), TimeSpan.Zero);
            if (time.GetUtcNow() - since >= Lifetime && !inUse(id))
            {
                Delete(folder);
                removed++;
            }
        }

        return removed;
    }

    public void Save(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        Write(Path.Combine(Folder(upload.Id), "upload.json"), upload);
    }

    public void Remove(Guid id) => Delete(Folder(id));

    /// <summary>The file and everything made of it goes; what is known of the upload stays until it is old.</summary>
    public void RemoveFile(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        Delete(Path.Combine(Folder(upload.Id), "file"));
        File.Delete(Annotated(upload));
        File.Delete(Path.Combine(Folder(upload.Id), "reading.json"));
    }

    public string Source(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return Path.Combine(Folder(upload.Id), "file", upload.FileName);
    }

    public string Mapping(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return Path.Combine(Folder(upload.Id), "mapping.json");
    }

    public string Annotated(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return Path.Combine(Folder(upload.Id), "annotated.xlsx");
    }

    public void Keep(Upload upload, UploadReading reading) => Write(Path.Combine(Folder(upload.Id), "reading.json"), reading);

    public UploadReading? Reading(Upload upload) => Read<UploadReading>(Path.Combine(Folder(upload.Id), "reading.json"));

    /// <summary>Whole or not at all, so that nobody reads half a file, whenever the site is killed.</summary>
    public static void WriteText(string path, string text)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        File.WriteAllText(unfinished, text, new UTF8Encoding(false));
        File.Move(unfinished, path, overwrite: true);
    }

    private string Folder(Guid id) => Path.Combine(Uploads, id.ToString("N", CultureInfo.InvariantCulture));

    private static void Write<T>(string path, T value)
    {
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            WriteText(path, JsonSerializer.Serialize(value, Json));
        }
    }

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json);
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            return null;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Gone already, or read by somebody this very moment: the next look at what is old removes it.
        }
    }

    private static string Plain(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var clean = string.Concat(name.Where(mark => char.IsLetterOrDigit(mark) || ".-_() （）【】·、".Contains(mark, StringComparison.Ordinal))).Trim(' ', '.');
        var type = Path.GetExtension(clean);
        var stem = Path.GetFileNameWithoutExtension(clean);
        return (stem.Length == 0 ? "upload" : stem.Length > LongestName ? stem[..LongestName] : stem) + type;
    }
}
