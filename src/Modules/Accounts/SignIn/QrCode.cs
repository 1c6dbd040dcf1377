using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Saima.Modules.Accounts.SignIn;

/// <summary>A QR code as a drawing in the page, so that nothing secret is an address of its own.</summary>
public static class QrCode
{
    /// <param name="said">For those who do not see it.</param>
    public static MarkupString Svg(string text, string said)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new(string.Create(CultureInfo.InvariantCulture,
            $"<svg role=\"img\" aria-label=\"{WebUtility.HtmlEncode(said)}\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><rect width=\"{rows.Count}\" height=\"{rows.Count}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"));
    }
}
