using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Saima.Bench.Pages;

/// <summary>The real hosts as an operator starts them: the command line, and the site in a process of its own.</summary>
internal sealed class SaimaProcess : IDisposable
{
    private readonly Process process;

    private SaimaProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static void Command(params string[] arguments) => CommandWith("", arguments);

    /// <param name="typed">What is typed into it.</param>
    public static void CommandWith(string typed, params string[] arguments)
    {
        using var process = Start(Host("Cli", "Saima.Cli.dll"), arguments);
        process.StandardInput.WriteLine(typed);
        process.StandardInput.Close();
        // It tells its progress there; only what it ends with matters.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"saima {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        }
    }

    public static SaimaProcess Serve(string db) => Serve(port => (Host("Web", "Saima.Web.dll"), ["--db", db, "--urls", $"http://127.0.0.1:{port}"]));

    /// <summary>An ASP.NET page with nothing around it, in a process of its own.</summary>
    public static SaimaProcess Bare(string answer) => Serve(port => (typeof(SaimaProcess).Assembly.Location, ["bare", answer, $"http://127.0.0.1:{port}"]));

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static SaimaProcess Serve(Func<int, (string File, string[] Arguments)> how)
    {
        var port = FreePort();
        var (file, arguments) = how(port);
        var process = Start(file, arguments);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var address = new Uri($"http://127.0.0.1:{port}");
        using var client = new HttpClient();
        for (var patience = 0; patience < 300; patience++)
        {
            try
            {
                using var answer = client.GetAsync(new Uri(address, "/health")).GetAwaiter().GetResult();
                return new(process, address);
            }
            catch (HttpRequestException)
            {
                Thread.Sleep(100);
            }
        }

        throw new InvalidOperationException($"{file} did not answer.");
    }

    private static Process Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SAIMA_LANG"] = "en";
        foreach (var argument in (string[])[file, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string Host(string project, string file) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, "release", file));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
