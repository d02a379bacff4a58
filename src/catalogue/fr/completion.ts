/** Completion with the Tab key. */
export const completion = {
  description: 'fait compléter acquis par la touche Tab (bash, zsh, fish)',
  argument: 'shell',
  shell: 'bash, zsh ou fish (par défaut : celui que SHELL indique)',
  expected: 'bash, zsh ou fish',
  after: [
    'Pour l’activer, une fois, puis ouvrir un nouveau terminal :',
    `  bash  echo 'eval "$(acquis completion bash)"' >> ~/.bashrc`,
    `  zsh   echo 'eval "$(acquis completion zsh)"' >> ~/.zshrc`,
    '  fish  acquis completion fish > ~/.config/fish/completions/acquis.fish',
    '',
    'Pour fish, à refaire après une mise à jour d’acquis.',
  ].join('\n'),
  /** First line of a script. */
  header: (shell: string) => `Complétion d’acquis pour ${shell}, faite par : acquis completion ${shell}`,
} as const;
