using System.Text.RegularExpressions;
using Saima.Kernel.Refusals;

namespace Saima.Web;

/// <summary>Sites that may show the board in a frame, of <c>SAIMA_EMBED</c>; none but this one where nothing is set.</summary>
/// <param name="Ancestors">As a browser is told.</param>
public sealed partial record EmbedHosts(string Ancestors)
{
    private const string Name = "SAIMA_EMBED";
    private const string Self = "'self'";

    /// <summary>Why none is let although something was set.</summary>
    public Phrase? Fault { get; private init; }

    /// <summary>A setting that cannot be read is as if there were none, and is told at the start.</summary>
    public static EmbedHosts Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var hosts = (configuration[Name] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.FirstOrDefault(host => !Host().IsMatch(host)) is { } wrong
            ? new(Self) { Fault = new($"{Name} 里的“{wrong}”不是网站，没有采用。写成 https://www.example.gov.cn，用逗号分开。", $"“{wrong}” in {Name} is no site; none of it is used. Write https://www.example.gov.cn, with commas between.") }
            : new(string.Join(' ', hosts.Prepend(Self)));
    }

    [GeneratedRegex(@"^https?://(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?$")]
    private static partial Regex Host();
}
