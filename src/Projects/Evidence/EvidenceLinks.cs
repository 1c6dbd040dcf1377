using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Saima.Projects.Evidence;

/// <summary>Addresses of a project's evidence.</summary>
public static class EvidenceLinks
{
    /// <param name="of">Only what proves this, as <see cref="EvidenceTarget.Key"/> says it.</param>
    public static string List(int season, string project, string? of = null, int page = 1) => ProjectsLinks.Project(season, project) + "/evidence" + QueryString.Create(new Dictionary<string, string?>
    {
        ["of"] = of,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static string Item(int season, string project, long id) => string.Create(CultureInfo.InvariantCulture, $"{ProjectsLinks.Project(season, project)}/evidence/{id}");

    public static string File(long id) => string.Create(CultureInfo.InvariantCulture, $"/evidence/{id}/file");

    public static string Thumbnail(long id) => string.Create(CultureInfo.InvariantCulture, $"/evidence/{id}/thumbnail");
}
