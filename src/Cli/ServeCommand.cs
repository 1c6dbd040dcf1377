using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Saima.Kernel.Modules;

namespace Saima.Cli;

/// <summary><c>saima serve</c>: starts the site, which is a program of its own, on the same database.</summary>
internal static class ServeCommand
{
    private const string Site = "Saima.Web.dll";

    public static Command Create(CommandHost host)
    {
        var urls = new Option<string>("--urls") { Description = "监听地址 / where to listen", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("serve", "启动网站 / start the site") { urls };
        command.SetAction(async (parse, cancel) =>
        {
            if (Find() is not { } site)
            {
                return host.Output(parse).Refuse(new(
                    "SITE_MISSING", new($"找不到 {Site}。", $"{Site} was not found."), new("请先构建整个方案：dotnet build Saima.slnx -c Release。", "Build the solution first: dotnet build Saima.slnx -c Release.")));
            }

            var start = new ProcessStartInfo("dotnet", [site, "--urls", parse.GetValue(urls)!]) { WorkingDirectory = Path.GetDirectoryName(site) };
            var address = host.Address(parse);
            start.Environment["SAIMA_DB"] = address.File is { } file ? Path.GetFullPath(file) : address.Connection;
            return await Run(start, cancel);
        });
        return command;
    }

    private static async Task<int> Run(ProcessStartInfo start, CancellationToken cancel)
    {
        using var site = Process.Start(start)!;
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            Stop(site);
        });

        // Ctrl-C reaches the site by itself; a caller in the same process cancels instead.
        await using var cancelled = cancel.Register(() => Stop(site));
        await site.WaitForExitAsync(CancellationToken.None);
        return site.ExitCode;
    }

    // Asks; the site closes its connections and ends.
    private static void Stop(Process site)
    {
        if (site.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            site.Kill();
            return;
        }

        using var asked = Process.Start("kill", ["-TERM", site.Id.ToString(CultureInfo.InvariantCulture)]);
        asked.WaitForExit();
    }

    private static string? Find()
    {
        var here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string[] places = [here, Path.Combine(here, "..", "..", "Web", Path.GetFileName(here))];
        return places.Select(folder => Path.GetFullPath(Path.Combine(folder, Site))).FirstOrDefault(File.Exists);
    }
}
