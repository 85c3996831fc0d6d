using System.Reflection;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace Sheaf.Formulas;

/// <summary>
/// Temml (https://temml.org), which makes MathML of TeX, in an interpreter of JavaScript that reaches nothing outside: no file, no network,
/// no type of .NET. Not for two threads at once.
/// </summary>
internal sealed class TemmlEngine : IDisposable
{
    /// <summary>
    /// How often one function may be in itself. Real formulas need at most 12; 24 of them take a quarter of a megabyte of the stack, and
    /// threads have one and a half.
    /// </summary>
    private const int Nesting = 24;

    private const long Memory = 64 * 1024 * 1024;

    /// <summary>
    /// For one use of a regular expression, which counts as one statement. All else is bounded by the count: time differs between machines
    /// and from day to day.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Read once: an engine after the first takes a tenth of the time.</summary>
    private static readonly Lazy<Prepared<Script>> Temml = new(() => Engine.PrepareScript(
        Read("temml.min.js"),
        options: new ScriptPreparationOptions { ParsingOptions = ScriptParsingOptions.Default with { CompileRegex = false } }));

    /// <summary>
    /// Lengths are cut to 20 em and 200 points, and macros are new for each formula. Without trust there are no links, pictures, classes or
    /// identifiers of the author's.
    /// </summary>
    private const string Renderer = """
        (function (tex, isDisplayed) {
          return temml.renderToString(tex, {
            displayMode: isDisplayed, annotate: true, throwOnError: true, trust: false, macros: {}, maxSize: [20, 200], maxExpand: 500
          });
        })
        """;

    private readonly StatementBudget _budget = new();
    private readonly Engine _engine;
    private readonly JsValue _render;

    public TemmlEngine()
    {
        _engine = new Engine(options =>
        {
            options.LimitRecursion(Nesting).LimitMemory(Memory).RegexTimeoutInterval(Patience)
                .DisableStringCompilation().Constraint(_budget);
            options.Constraints.MaxArraySize = 100_000;
            options.Constraints.StackOverflowGuard = true;
        });
        _engine.Execute(Temml.Value);
        _render = _engine.Evaluate(Renderer);
        _budget.IsHeld = true;
    }

    /// <summary>Whether it went over a limit: then it is in no known state any more, and not to be used again.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>How many statements the last formula took.</summary>
    public int Cost => _budget.Spent;

    /// <summary>MathML as Temml writes it; null where it is not TeX that Temml knows, or too much.</summary>
    public string? Render(string tex, bool isDisplayed)
    {
        _budget.Begin();
        try
        {
            return _engine.Invoke(_render, tex, isDisplayed).AsString();
        }
        catch (JavaScriptException)
        {
            // Temml's way to say so.
            return null;
        }
        catch (Exception)
        {
            // Whatever a stranger's formula does to an interpreter, the page is made without it.
            IsSpent = true;
            return null;
        }
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>A file of this folder that is part of the program.</summary>
    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Sheaf.Formulas.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
