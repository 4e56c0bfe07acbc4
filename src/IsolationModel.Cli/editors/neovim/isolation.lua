-- The language server of IsolationModel. For ~/.config/nvim/plugin/; works from Neovim 0.7 on.
local command = { 'isolation', 'lsp' }
local filetypes = { 'yaml', 'yaml.docker-compose', 'json', 'jsonc', 'toml' }

if vim.lsp.config then
  vim.lsp.config('isolation', { cmd = command, filetypes = filetypes, root_markers = { 'isolation.json', '.git' } })
  vim.lsp.enable('isolation')
  return
end

-- Before 0.11: one server for each folder that holds settings, else for each repository, else for each folder.
local servers = {}

local function root_of(folder)
  -- Blanks and commas separate folders there.
  local upwards = vim.fn.escape(folder, ' ,') .. ';'
  local settings = vim.fn.findfile('isolation.json', upwards)
  if settings ~= '' then
    return vim.fn.fnamemodify(settings, ':p:h')
  end
  local git = vim.fn.finddir('.git', upwards)
  return git ~= '' and vim.fn.fnamemodify(git, ':p:h:h') or folder
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  callback = function(event)
    local root = root_of(vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ':p:h'))
    if not servers[root] or not vim.lsp.get_client_by_id(servers[root]) then
      servers[root] = vim.lsp.start_client({ name = 'isolation', cmd = command, root_dir = root })
    end
    if servers[root] then
      vim.lsp.buf_attach_client(event.buf, servers[root])
    end
  end,
})
