using System.Runtime.CompilerServices;
using Shouldly;

namespace Saima.Testing;

/// <summary>Holds a text against the approved one in the repository. A different text is written beside it as <c>.received</c>; with <c>SAIMA_APPROVE=1</c> it replaces the approved one.</summary>
public static class Approve
{
    /// <summary>Folder of the checkout.</summary>
    public static string Root { get; } = Find();

    /// <param name="path">Path of the approved file in the checkout.</param>
    public static void Text(string path, string text, [CallerMemberName] string test = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var file = Path.Combine(Root, path);
        var received = file + ".received";
        text = text.ReplaceLineEndings("\n");
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (Environment.GetEnvironmentVariable("SAIMA_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            approved = text;
        }

        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        text.ShouldBe(approved, $"{test}: {path} is no longer so. If the new text is right, run the test again with SAIMA_APPROVE=1 and commit the file.");
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Saima.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside a checkout.");
        }

        return folder;
    }
}
