using System.Diagnostics;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>Neovim with the very file that the documentation gives; skipped where it is not installed.</summary>
public sealed class NeovimTests
{
    /// <summary>Opens a file, waits for its diagnostics, asks for a hover and a definition, makes the fix, and waits until nothing is told any more.</summary>
    private const string Session = """
        local function await(what, condition)
          if not vim.wait(300000, condition, 50) then
            io.stdout:write('timeout: ' .. what .. '\n')
            vim.cmd('cquit')
          end
        end
        local function ask(method, parameters)
          local answers = vim.lsp.buf_request_sync(0, method, parameters, 300000)
          for _, answer in pairs(answers or {}) do
            return answer.result
          end
        end
        vim.cmd('edit pod.yaml')
        await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
        local found = vim.diagnostic.get(0)[1]
        io.stdout:write('finding ' .. found.code .. ' line ' .. (found.lnum + 1) .. '\n')
        vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col + 1 })
        io.stdout:write('hover ' .. ask('textDocument/hover', vim.lsp.util.make_position_params()).contents.value:match('ISM%d+') .. '\n')
        local target = ask('textDocument/definition', vim.lsp.util.make_position_params())[1]
        io.stdout:write('definition ' .. vim.fn.fnamemodify(vim.uri_to_fname(target.uri), ':t') .. ' line ' .. (target.range.start.line + 1) .. '\n')
        local parameters = vim.lsp.util.make_range_params()
        parameters.context = { diagnostics = {} }
        for _, action in ipairs(ask('textDocument/codeAction', parameters)) do
          if action.isPreferred then
            io.stdout:write('fix ' .. action.title .. '\n')
            vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
            break
          end
        end
        await('mended', function() return #vim.diagnostic.get(0) == 0 end)
        io.stdout:write('mended\n')
        vim.cmd('qall!')
        """;

    [Fact]
    public async Task Neovim_shows_explains_and_mends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the command is a script of Unix");
        Assert.SkipUnless(IsInstalled(), "nvim is not installed");
        using var workspace = new Workspace();
        var tool = workspace.Add("bin/isolation", $"""
            #!/bin/sh
            exec "{ToolProcess.Runtime}" exec "{Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll")}" "$@"

            """).PathOf("bin/isolation");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        workspace
            .Add("shop/isolation.json", "{}")
            .Add("shop/pod.yaml", Samples.Mislabelled)
            .Add("shop/classes.yaml", "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandboxed }\nhandler: runsc\n")
            .Add("session.lua", Session);
        var setup = Path.Combine(AppContext.BaseDirectory, "editors", "neovim", "isolation.lua");
        var start = new ProcessStartInfo("nvim", ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "filetype on", "-c", $"luafile {setup}", "-c", $"luafile {workspace.PathOf("session.lua")}"])
        {
            WorkingDirectory = workspace.PathOf("shop"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{workspace.PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["XDG_STATE_HOME"] = start.Environment["XDG_CACHE_HOME"] = start.Environment["XDG_DATA_HOME"] = workspace.PathOf("state");
        using var process = Process.Start(start)!;

        var run = await ToolProcess.FinishAsync(process);

        Assert.Equal(["finding ISM1001 line 15", "hover ISM1001", "definition pod.yaml line 4", "fix ", "mended"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.StartsWith("fix ", StringComparison.Ordinal) ? "fix " : line.TrimEnd('\r')));
        Assert.Equal(0, run.ExitCode);
    }

    private static bool IsInstalled() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "nvim")));
}
