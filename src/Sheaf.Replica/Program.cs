using System.Runtime.InteropServices;
using Sheaf.Replica;

if (args.Contains("--help"))
{
    Console.Out.Write(Arguments.Help);
    return 0;
}

try
{
    var arguments = Arguments.Parse(args);
    var corpus = Corpus.Load(arguments.CorpusFile);

    using var stop = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await using var server = await ReplicaServer.StartAsync(corpus, arguments.Options, stop.Token);
    Console.Out.WriteLine($"api {server.ApiBase} site {server.SiteBase}");

    var stopped = new TaskCompletionSource();
    using var registration = stop.Token.Register(stopped.SetResult);
    await stopped.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
catch (Exception e) when (e is ArgumentException or CorpusFormatException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
